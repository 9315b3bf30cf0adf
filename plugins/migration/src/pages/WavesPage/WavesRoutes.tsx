/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Content } from '@backstage/core-components';
import { Route, Routes } from 'react-router-dom';
import { WavePage } from './WavePage';
import { WavesPage } from './WavesPage';

/** The list of waves, and a wave. */
export const WavesRoutes = () => (
  <Content>
    <Routes>
      <Route index element={<WavesPage />} />
      <Route path=":waveId" element={<WavePage />} />
    </Routes>
  </Content>
);
