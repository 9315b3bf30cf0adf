/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */

export const analyticsMessages = {
  title: 'Analytics',
  about: 'How much this plan brings, and how long it may take. Reads only.',
  none: 'Nothing was counted yet.',
  loadFailed: 'The analytics could not be loaded',
  start: 'Analyse',
  again: 'Analyse again',
  madeAt: 'As of {{time}}',
  running: 'Counting: {{done}} of {{total}} namespaces',
  outdated: 'The plan was changed since. Analyse it again.',
  failed: 'They ended early; what was counted until then is below.',
  figures: {
    objects: 'Objects',
    incompatible: 'Without a counterpart',
    claims: 'Claims',
    requested: 'Requested',
    capacity: 'Capacity',
    used: 'Used',
    usedKnown: 'Used, as far as known',
    images: 'Images',
    copy: 'First copy, about',
    window: 'Cutover window, about',
    unknown: 'unknown',
  },
  basis: {
    title: 'What the times are based on',
    copyMeasured:
      'First copy: measured in {{runs}} earlier migrations from {{source}} to {{destination}}, {{rate}}/s.',
    copyDefault:
      'First copy: assumed {{rate}}/s and {{fixed}}. No first copy from {{source}} to {{destination}} was measured yet.',
    windowMeasured:
      'Window, after a stage: measured in {{runs}} earlier cutovers, {{fixed}} and {{rate}}/s to copy the rest and compare.',
    windowDefault:
      'Window, after a stage: assumed {{fixed}} and {{rate}}/s to copy the rest and compare. No cutover from {{source}} to {{destination}} was measured yet.',
    ofCapacity:
      '{{bytes}} of {{all}} is the capacity of volumes whose use is unknown, so that it may be less.',
  },
  kinds: {
    title: 'Objects by kind',
    more: 'and {{amount}} more kinds',
  },
  incompatible: {
    title: 'Kinds without a counterpart',
    about: '{{destination}} serves no version of these.',
  },
  namespaces: {
    title: 'By namespace',
    rowsPerPage: 'Namespaces per page',
    columns: {
      namespace: 'Namespace',
      objects: 'Objects',
      claims: 'Claims',
      images: 'Images',
      incompatible: 'Without a counterpart',
      space: 'Space',
    },
    space: '{{used}} used of {{capacity}}',
    spaceUnknown: '{{capacity}}, use unknown',
    spacePartly: 'at least {{used}} used of {{capacity}}',
    noClaims: 'no claims',
  },
} as const;
