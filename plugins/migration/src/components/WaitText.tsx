/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { formatSeconds } from '../presentation/formatSeconds';
import { Wait } from '../presentation/waitOf';
import { migrationTranslationRef } from '../translation';

/** "Waits for pod shop/web-0 to be gone, at most 3 min more". */
export const WaitText = ({ wait: { what, atMostSeconds } }: { wait: Wait }) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  return (
    <>
      {[
        t('itinerary.waitsFor', { what }),
        atMostSeconds !== undefined &&
          t('itinerary.atMost', { seconds: formatSeconds(atMostSeconds) }),
      ]
        .filter(Boolean)
        .join(', ')}
    </>
  );
};
