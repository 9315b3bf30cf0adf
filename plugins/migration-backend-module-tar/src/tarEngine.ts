/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  PlannedVolume,
  VolumeProgress,
} from '@namespace-migration/plugin-migration-common';
import {
  done,
  failed,
  VolumeCopyContext,
  VolumeCopyEngine,
  waiting,
} from '@namespace-migration/plugin-migration-node';
import { ensureCarrier, isReady, Side } from './carrierPod';
import { carry, compareLists, Comparison, Pods } from './streams';

const sides: Side[] = ['source', 'destination'];

/** What runs in this process. A crash ends it, and the step begins anew: both are safe to repeat. */
interface Running<T> {
  bytes: number;
  ended?: { result: T } | { error: Error };
}

/**
 * Copies a volume as a tar stream through the portal: from a pod on the source by port-forward into a pod on the
 * destination. Every pass is a whole one. Slow, but it asks nothing of the network and shows all that an engine does.
 */
export function createTarEngine(options: { image: string }): VolumeCopyEngine {
  const passes = new Map<string, Running<number>>();
  const comparisons = new Map<string, Running<Comparison>>();

  /** Both pods, or the one that is waited for. */
  async function carriers(
    context: VolumeCopyContext,
    volume: PlannedVolume,
  ): Promise<{ missing: string } | Pods> {
    const pods = await Promise.all(
      sides.map(side => ensureCarrier(context, volume, side, options.image)),
    );
    const notReady = pods.findIndex(pod => !isReady(pod));
    return notReady < 0
      ? { source: pods[0].metadata, destination: pods[1].metadata }
      : {
          missing: `pod ${pods[notReady].metadata.namespace}/${
            pods[notReady].metadata.name
          } on ${context[sides[notReady]].name} to be ready`,
        };
  }

  /**
   * Starts the work once in this process.
   * @returns its result, or what it has carried so far
   * @throws its error, once: the next call begins anew, until the phase's deadline
   */
  function observe<T>(
    works: Map<string, Running<T>>,
    key: string,
    work: (onBytes: (bytes: number) => void) => Promise<T>,
  ): { result: T } | { bytes: number } {
    const known = works.get(key);
    if (!known) {
      const running: Running<T> = { bytes: 0 };
      works.set(key, running);
      work(bytes => Object.assign(running, { bytes })).then(
        result => Object.assign(running, { ended: { result } }),
        error => Object.assign(running, { ended: { error } }),
      );
      return running;
    }
    if (!known.ended) {
      return known;
    }
    works.delete(key);
    if ('error' in known.ended) {
      throw known.ended.error;
    }
    return known.ended;
  }

  const keyOf = (context: VolumeCopyContext, volume: PlannedVolume) =>
    `${context.owner.migrationId} ${context.owner.fencingToken} ${volume.namespace}/${volume.claim}`;

  return {
    name: 'tar',
    title: 'A tar stream through the portal',
    fit: volume =>
      volume.volumeMode === 'Filesystem'
        ? { fits: true }
        : {
            fits: false,
            reason: `Claim ${volume.namespace}/${volume.claim} has volumeMode ${volume.volumeMode}, and tar reads files`,
          },

    async prepare(context, volumes) {
      for (const volume of volumes) {
        const pods = await carriers(context, volume);
        if ('missing' in pods) {
          return waiting(pods.missing);
        }
      }
      return done;
    },

    async pass(context, volume, current, pass) {
      const pods = await carriers(context, volume);
      if ('missing' in pods) {
        return waiting(pods.missing);
      }
      const started: VolumeProgress = {
        ...current,
        pass,
        state: 'copying',
        passStartedAt: current.pass === pass ? current.passStartedAt : now(),
        passEndedAt: undefined,
        proof: undefined,
      };
      const state = observe(
        passes,
        `${keyOf(context, volume)} ${pass}`,
        onBytes => carry(context, pods, pass, onBytes),
      );
      if (!('result' in state)) {
        await context.putVolume({ ...started, bytesDone: state.bytes });
        return waiting(`the ${pass} pass over ${volume.claim}`);
      }
      await context.putVolume({
        ...started,
        state: 'copied',
        bytesDone: state.result,
        bytesTotal: state.result,
        passEndedAt: now(),
      });
      return done;
    },

    async verify(context, volume, current) {
      const pods = await carriers(context, volume);
      if ('missing' in pods) {
        return waiting(pods.missing);
      }
      const state = observe(comparisons, keyOf(context, volume), () =>
        compareLists(context, pods),
      );
      if (!('result' in state)) {
        return waiting(`the comparison of ${volume.claim}`);
      }
      const { files, directories, bytes, differences, first } = state.result;
      await context.putVolume({
        ...current,
        state: differences === 0 ? 'verified' : 'failed',
        proof: {
          mode: 'full',
          files,
          directories,
          bytes,
          differences,
          verifiedAt: now(),
        },
      });
      return differences === 0
        ? done
        : failed({
            type: 'VolumeDiffers',
            category: 'Critical',
            message: `Volume ${volume.namespace}/${volume.claim} differs from its copy in ${differences} paths. The first: ${first}. Something wrote to one of the sides, or holds what tar does not keep.`,
          });
    },
  };
}

const now = () => new Date().toISOString();
