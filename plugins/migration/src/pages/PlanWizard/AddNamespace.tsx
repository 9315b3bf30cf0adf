/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import { FormEvent, useState } from 'react';
import { migrationTranslationRef } from '../../translation';
import { FormField } from '../registry/FormField';

/** For namespaces that cannot be listed: a plan can name them all the same. */
export const AddNamespace = (props: { onAdd(name: string): void }) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const [name, setName] = useState('');
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim()) {
      props.onAdd(name.trim());
      setName('');
    }
  };
  return (
    <form onSubmit={add} noValidate>
      <Box display="flex" alignItems="flex-end" gridGap={16} maxWidth={480}>
        <FormField
          id="wizard-namespace-name"
          label={t('wizard.namespaces.addName')}
          value={name}
          onValue={setName}
        />
        <Box pb={1}>
          <Button type="submit" variant="outlined" disabled={!name.trim()}>
            {t('wizard.namespaces.add')}
          </Button>
        </Box>
      </Box>
    </form>
  );
};
