/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  createTranslationRef,
  TranslationFunction,
} from '@backstage/frontend-plugin-api';
import { confirmationsMessages } from './messages/confirmations';
import { entityMessages } from './messages/entity';
import { phasesMessages } from './messages/phases';
import { plannedVolumesMessages } from './messages/plannedVolumes';
import { planDialogMessages } from './messages/planDialog';
import { planStatusMessages } from './messages/planStatus';
import { progressMessages } from './messages/progress';
import { proofMessages } from './messages/proof';
import { runMessages } from './messages/run';
import { sharedMessages } from './messages/shared';
import { sidesMessages } from './messages/sides';
import { statesMessages } from './messages/states';
import { itineraryMessages } from './messages/itinerary';
import { migrationMessages } from './messages/migration';
import { planMessages } from './messages/plan';
import { plansMessages } from './messages/plans';
import { previewMessages } from './messages/preview';
import { analyticsMessages } from './messages/analytics';
import { clustersMessages } from './messages/clusters';
import { comparisonMessages } from './messages/comparison';
import { createdMessages } from './messages/created';
import { diagnosticsMessages } from './messages/diagnostics';
import { imagesMessages } from './messages/images';
import { hooksMessages } from './messages/hooks';
import { namespacesMessages } from './messages/namespaces';
import { overviewMessages } from './messages/overview';
import { registryMessages } from './messages/registry';
import { repositoriesMessages } from './messages/repositories';
import { podsMessages } from './messages/pods';
import { shellMessages } from './messages/shell';
import { wavesMessages } from './messages/waves';
import { wizardMessages } from './messages/wizard';
import { timelineMessages } from './messages/timeline';

/** Every text of the pages, a block for each; the blocks are `as const`, so that their {{variables}} have types. */
export const migrationTranslationRef = createTranslationRef({
  id: 'migration',
  messages: {
    shell: shellMessages,
    plans: plansMessages,
    plan: planMessages,
    preview: previewMessages,
    migration: migrationMessages,
    itinerary: itineraryMessages,
    timeline: timelineMessages,
    created: createdMessages,
    diagnostics: diagnosticsMessages,
    comparison: comparisonMessages,
    pods: podsMessages,
    clusters: clustersMessages,
    hooks: hooksMessages,
    images: imagesMessages,
    namespaces: namespacesMessages,
    overview: overviewMessages,
    repositories: repositoriesMessages,
    registry: registryMessages,
    waves: wavesMessages,
    confirmations: confirmationsMessages,
    entity: entityMessages,
    phases: phasesMessages,
    plannedVolumes: plannedVolumesMessages,
    planDialog: planDialogMessages,
    planStatus: planStatusMessages,
    progress: progressMessages,
    proof: proofMessages,
    run: runMessages,
    shared: sharedMessages,
    sides: sidesMessages,
    states: statesMessages,
    wizard: wizardMessages,
    analytics: analyticsMessages,
  },
});

/** Gives the text of a key in the reader's language, with its variables put in. */
export type Translate = TranslationFunction<typeof migrationTranslationRef.T>;
