/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
/* eslint-disable jest/no-standalone-expect -- each trap is looked at in a test of objects.clustertest.ts */
/** What the destination has, found by `Kind name`; cluster-scoped ones too. */
export type Find = (kind: string, name: string) => any;

export interface Trap {
  name: string;
  /** Throws (by expect) when it was walked into. */
  holds(there: Find, here: Find, from: string, to: string): void;
}

const absent =
  (kind: string, name: string) =>
  (there: Find): void => {
    expect(there(kind, name)).toBeUndefined();
  };

/** docs/objects.md has this table; a unit test compares them. */
export const traps: Trap[] = [
  {
    name: 'the token that a person asked for is not the source’s',
    holds(there, here) {
      const { data } = there('Secret', 'robot-key');
      expect(data.token).toBeDefined();
      expect(data.token).not.toBe(here('Secret', 'robot-key').data.token);
    },
  },
  {
    name: 'the default service account brings its pull secret',
    holds(there) {
      expect(there('ServiceAccount', 'default').imagePullSecrets).toEqual([
        { name: 'registry' },
      ]);
    },
  },
  {
    name: 'a certificate of the service CA stays',
    holds: absent('Secret', 'serving'),
  },
  {
    name: 'an injected CA bundle is not the source’s',
    holds(there) {
      expect(there('ConfigMap', 'service-ca').data ?? {}).toEqual({});
    },
  },
  {
    name: 'what a controller made stays',
    holds: absent('ConfigMap', 'remade'),
  },
  {
    name: 'an object left out by name stays',
    holds: absent('ConfigMap', 'left-by-name'),
  },
  { name: 'a job that is over stays', holds: absent('Job', 'over') },
  { name: 'a build that is over stays', holds: absent('Build', 'app-3') },
  { name: 'a lease stays', holds: absent('Lease', 'leader') },
  {
    name: 'a template instance stays',
    holds: absent('TemplateInstance', 'app'),
  },
  {
    name: 'owners are linked by their new uids',
    holds(there) {
      for (const [name, owner] of [
        ['owned', there('ConfigMap', 'settings')],
        ['of-custom', there('Kafka', 'shop')],
      ]) {
        expect(there('ConfigMap', name).metadata.ownerReferences).toEqual([
          expect.objectContaining({
            kind: owner.kind,
            name: owner.metadata.name,
            uid: owner.metadata.uid,
          }),
        ]);
      }
    },
  },
  {
    name: 'finalizers come',
    holds(there, _here, from) {
      expect(there('ConfigMap', 'finalised').metadata.finalizers).toEqual([
        `${from}.example.org/cleanup`,
      ]);
    },
  },
  {
    name: 'a service without selector keeps the endpoints that a person wrote',
    holds(there) {
      expect(there('Endpoints', 'outside').subsets[0].addresses).toEqual([
        { ip: '192.0.2.17' },
      ]);
      expect(there('EndpointSlice', 'by-hand').endpoints).toHaveLength(1);
    },
  },
  {
    name: 'node ports are the destination’s to give',
    holds(there, here) {
      expect(there('Service', 'ports').spec.ports[0].nodePort).toBeDefined();
      expect(there('Service', 'ports').spec.clusterIP).not.toBe(
        here('Service', 'ports').spec.clusterIP,
      );
    },
  },
  {
    name: 'network policies select the namespace by its new name',
    holds(there, _here, _from, to) {
      const [{ from: peers }] = there('NetworkPolicy', 'own').spec.ingress;
      expect(peers[0].namespaceSelector.matchLabels).toEqual({
        'kubernetes.io/metadata.name': to,
      });
      expect(peers[1].namespaceSelector.matchExpressions[0].values).toEqual([
        to,
        'monitoring',
      ]);
    },
  },
  {
    name: 'role bindings name the namespace by its new name',
    holds(there, _here, _from, to) {
      expect(there('RoleBinding', 'reader').subjects).toEqual([
        { kind: 'ServiceAccount', name: 'robot', namespace: to },
        expect.objectContaining({ name: `system:serviceaccounts:${to}` }),
      ]);
    },
  },
  {
    name: 'a cluster role binding comes with the plan’s subjects alone',
    holds(there, _here, from, to) {
      const { subjects } = there('ClusterRoleBinding', `${from}-reader`);
      expect(
        subjects.map(({ name, namespace }: any) => [name, namespace]),
      ).toEqual([
        ['robot', to],
        [`system:serviceaccount:${to}:robot`, undefined],
        [`system:serviceaccounts:${to}`, undefined],
      ]);
      expect(there('ClusterRole', `${from}-reader`)).toBeDefined();
    },
  },
  {
    name: 'others’ cluster roles and bindings stay',
    holds(there, _here, from) {
      expect(there('ClusterRoleBinding', `${from}-others`)).toBeUndefined();
      expect(there('ClusterRole', `${from}-others`)).toBeUndefined();
    },
  },
  {
    name: 'security context constraints name the plan’s accounts alone',
    holds(there, _here, from, to) {
      expect(
        there('SecurityContextConstraints', `${from}-constraints`),
      ).toMatchObject({
        users: [`system:serviceaccount:${to}:robot`],
        groups: [`system:serviceaccounts:${to}`],
      });
    },
  },
  {
    name: 'a webhook that comes by choice calls the service in its new namespace',
    holds(there, _here, from, to) {
      const found = there(
        'ValidatingWebhookConfiguration',
        `${from}-validates`,
      );
      expect(found.metadata.annotations['cert-manager.io/inject-ca-from']).toBe(
        `${to}/web`,
      );
      const [{ clientConfig, namespaceSelector }] = found.webhooks;
      expect(clientConfig.service.namespace).toBe(to);
      expect(clientConfig.caBundle).toBeUndefined();
      expect(namespaceSelector.matchLabels).toEqual({
        'kubernetes.io/metadata.name': to,
      });
    },
  },
  {
    name: 'a webhook that nobody chose stays',
    holds(there, _here, from) {
      expect(
        there('MutatingWebhookConfiguration', `${from}-mutates`),
      ).toBeUndefined();
    },
  },
  {
    name: 'a definition’s conversion webhook is in the new namespace',
    holds(there, _here, from, to) {
      expect(
        there('CustomResourceDefinition', `converteds.only.${from}.example.org`)
          .spec.conversion.webhook.clientConfig.service.namespace,
      ).toBe(to);
    },
  },
  {
    name: 'a route’s generated host is generated anew',
    holds(there) {
      const { metadata, spec } = there('Route', 'generated');
      expect(spec.host).toBeUndefined();
      expect(
        metadata.annotations['openshift.io/host.generated'],
      ).toBeUndefined();
    },
  },
  {
    name: 'hosts follow the plan’s rules',
    holds(there) {
      expect(there('Route', 'own').spec.host).toBe('own.new.example');
      const { rules, tls } = there('Ingress', 'web').spec;
      expect(rules[0].host).toBe('shop.new.example');
      expect(tls[0].hosts).toEqual(['shop.new.example']);
    },
  },
  {
    name: 'images that triggers have seen on the source are forgotten',
    holds(there, _here, _from, to) {
      const dc = there('DeploymentConfig', 'dc').spec.triggers[0];
      expect(dc.imageChangeParams.lastTriggeredImage).toBeUndefined();
      expect(dc.imageChangeParams.from.namespace).toBe(to);
      const bc = there('BuildConfig', 'app').spec;
      expect(bc.triggers[0].imageChange.lastTriggeredImageID).toBeUndefined();
      expect(bc.output.to.namespace).toBe(to);
      const tag = there('ImageStream', 'app').spec.tags[0];
      expect(tag.generation).toBeUndefined();
      expect(tag.from.namespace).toBe(to);
      expect(there('ImageStream', 'app').status).toBeUndefined();
    },
  },
  {
    name: 'a bare pod and a job at work run',
    holds(there) {
      expect(there('Pod', 'bare').status.phase).not.toBe('Failed');
      expect(there('Job', 'at-work').spec.parallelism).toBe(1);
    },
  },
  {
    name: 'the namespace keeps its labels and its range of user ids',
    holds(there, _here, _from, to) {
      const { annotations, labels } = there('Namespace', to).metadata;
      expect(labels.team).toBe('shop');
      expect(annotations['openshift.io/sa.scc.uid-range']).toBe(
        '1000660000/10000',
      );
    },
  },
  {
    name: 'a transform changes what its target names, and its test spares others',
    holds(there) {
      expect(there('ConfigMap', 'settings').data).toEqual({
        url: 'http://new.example',
      });
      expect(there('ConfigMap', 'finalised').data ?? {}).toEqual({});
    },
  },
];

/** Objects that arrive otherwise than they were, each for a trap above. */
export const changes: Record<string, (object: any) => void> = {
  'ConfigMap settings': object => {
    object.data.url = 'http://new.example';
  },
  'ConfigMap service-ca': object => {
    delete object.data;
  },
  'Route generated': object => {
    delete object.spec.host;
    delete object.metadata.annotations;
  },
  'Route own': object => {
    object.spec.host = 'own.new.example';
  },
  'Ingress web': object => {
    object.spec.rules[0].host = 'shop.new.example';
    object.spec.tls[0].hosts = ['shop.new.example'];
  },
  'DeploymentConfig dc': object => {
    delete object.spec.triggers[0].imageChangeParams.lastTriggeredImage;
  },
  'BuildConfig app': object => {
    delete object.spec.triggers[0].imageChange.lastTriggeredImageID;
  },
  'ImageStream app': object => {
    delete object.spec.tags[0].generation;
    delete object.metadata.annotations;
  },
};

/** Stay, each for a trap above. */
export const stay = [
  'Secret serving',
  'ConfigMap remade',
  'ConfigMap left-by-name',
  'Job over',
  'Build app-3',
  'TemplateInstance app',
];
