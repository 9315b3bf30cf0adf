/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { namespacesAnnotated } from './namespacesAnnotated';

const migrationCard = EntityCardBlueprint.make({
  params: {
    type: 'info',
    filter: namespacesAnnotated,
    loader: async () => {
      const { EntityMigrationCard } = await import(
        '../components/EntityMigrationCard'
      );
      return <EntityMigrationCard />;
    },
  },
});

export const entityCards = [migrationCard];
