/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ensureReceiver } from '../../volumes/directFileSystem';
import { serviceTypeFor } from '../../volumes/endpoints';
import { done, Phase, waiting } from '../Phase';

export const startReceivers: Phase = {
  name: 'StartReceivers',
  step: 'Copy',
  deadlineSeconds: () => 600,
  async run(context) {
    const transfer = await context.transfer();
    const serviceType = serviceTypeFor(context.endpoints.ladder);
    const missing: string[] = [];
    for (const volume of context.plan.volumes.filter(
      ({ action }) => action === 'copy',
    )) {
      const receiver = await ensureReceiver(transfer, volume, serviceType);
      if (!receiver.ready) {
        missing.push(receiver.waitingFor);
      }
    }
    return missing.length > 0 ? waiting(missing[0]) : done;
  },
};
