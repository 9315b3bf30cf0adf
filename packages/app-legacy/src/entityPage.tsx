/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  EntityAboutCard,
  EntityLayout,
  EntitySwitch,
} from '@backstage/plugin-catalog';
import {
  EntityMigrationCard,
  EntityMigrationContent,
  isMigrationAvailable,
} from '@namespace-migration/plugin-migration/legacy';
import Grid from '@material-ui/core/Grid';

/** An element and no component: the app looks for routable extensions in its tree of elements. */
export const entityPage = (
  <EntityLayout>
    <EntityLayout.Route path="/" title="Overview">
      <Grid container spacing={3} alignItems="stretch">
        <Grid item xs={12} md={6}>
          <EntityAboutCard />
        </Grid>
        <EntitySwitch>
          <EntitySwitch.Case if={isMigrationAvailable}>
            <Grid item xs={12} md={6}>
              <EntityMigrationCard />
            </Grid>
          </EntitySwitch.Case>
        </EntitySwitch>
      </Grid>
    </EntityLayout.Route>
    <EntityLayout.Route
      path="/migration"
      title="Migration"
      if={isMigrationAvailable}
    >
      <EntityMigrationContent />
    </EntityLayout.Route>
  </EntityLayout>
);
