/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Condition } from '@namespace-migration/plugin-migration-common';
import { PreflightCheck } from '@namespace-migration/plugin-migration-node';
import { ENFORCE_LABEL } from '../../../volumes/security/decideSecurity';
import { destinationLabels } from '../destinationLabels';
import { plannedPodTemplates } from '../plannedPodTemplates';
import { podSecurityViolations } from '../podSecurity';
import { PodTemplate, workloadKindNames } from '../podTemplatesOf';
import { someOf } from '../refOf';

/** From here on the API server itself enforces the label. */
const ENFORCED_SINCE_MINOR = 23;

export const podSecurity: PreflightCheck = {
  name: 'PodSecurity',
  title: 'Pod Security levels of the destination namespaces',
  plannedKinds: workloadKindNames,
  appliesTo: type => type === 'full',
  async run(context) {
    const { destination, namespaces } = context;
    const { minor } = await destination.version();
    const templates = await plannedPodTemplates(context);
    const conditions: Condition[] = [];
    for (const mapping of namespaces) {
      const labels = await destinationLabels(context, mapping);
      conditions.push(
        ...refusedPods(
          `Namespace ${mapping.destination} on cluster ${destination.name}`,
          labels[ENFORCE_LABEL],
          minor >= ENFORCED_SINCE_MINOR,
          templates.filter(
            ({ namespace }) => namespace === mapping.destination,
          ),
        ),
      );
    }
    return conditions;
  },
};

export function refusedPods(
  where: string,
  level: string | undefined,
  enforced: boolean,
  templates: PodTemplate[],
): Condition[] {
  return templates.flatMap(({ owner, spec }) => {
    const violations = podSecurityViolations(spec, level ?? 'privileged');
    if (violations.length === 0) {
      return [];
    }
    const found = {
      type: 'PodSecurityRefused',
      category: 'Critical' as const,
      message: `${where} admits pods of level ${level}, and those of ${owner} are not: ${someOf(
        violations,
      )}. Change the label ${ENFORCE_LABEL}, or the workload by a transform of the plan.`,
    };
    // below 1.23 the label is only a wish
    return [enforced ? found : { ...found, category: 'Warn' as const }];
  });
}
