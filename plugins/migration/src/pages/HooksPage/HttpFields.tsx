/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import FormHelperText from '@material-ui/core/FormHelperText';
import IconButton from '@material-ui/core/IconButton';
import Typography from '@material-ui/core/Typography';
import Close from '@material-ui/icons/Close';
import { InlineError } from '../../components/InlineError';
import { migrationTranslationRef } from '../../translation';
import { ChoiceField } from '../registry/ChoiceField';
import { FormField } from '../registry/FormField';
import { HookPartFieldsProps } from './HookPartFields';
import { HeaderValues, HookValues } from './hookForm';

const methods = ['POST', 'GET', 'PUT', 'PATCH', 'DELETE'] as const;

/** A call by the portal. Values of headers are only written. */
export const HttpFields = (props: HookPartFieldsProps) => {
  const { values, errors, onChange } = props;
  const { t } = useTranslationRef(migrationTranslationRef);
  const set = (change: Partial<HookValues>) =>
    onChange({ ...values, ...change });
  const setHeader = (index: number, change: Partial<HeaderValues>) =>
    set({
      headers: values.headers.map((header, i) =>
        i === index ? { ...header, ...change } : header,
      ),
    });
  return (
    <>
      <FormField
        id="hook-url"
        label={t('hooks.form.url')}
        type="url"
        value={values.url}
        onValue={url => set({ url })}
        error={errors['http.url']}
      />
      <ChoiceField
        id="hook-method"
        label={t('hooks.form.method')}
        value={values.method}
        onChoose={method => set({ method })}
        choices={methods.map(value => ({ value, label: value }))}
        error={errors['http.method']}
      />
      <Box
        component="fieldset"
        border={0}
        padding={0}
        mt={2}
        aria-describedby="hook-headers-help"
      >
        <Typography component="legend" variant="subtitle2">
          {t('hooks.form.headers')}
        </Typography>
        {values.headers.map((header, index) => (
          // eslint-disable-next-line react/no-array-index-key -- a header has nothing else that stays
          <Box key={index} display="flex" alignItems="center" gridGap={8}>
            <FormField
              id={`hook-header-${index}`}
              label={t('hooks.form.headerName', { number: String(index + 1) })}
              value={header.name}
              disabled={header.stored}
              onValue={name => setHeader(index, { name })}
            />
            <FormField
              id={`hook-header-value-${index}`}
              label={t('hooks.form.headerValue', { number: String(index + 1) })}
              type="password"
              autoComplete="new-password"
              value={header.value}
              help={header.stored ? t('registry.kept') : undefined}
              onValue={value => setHeader(index, { value })}
            />
            <IconButton
              aria-label={t('hooks.form.removeHeader', {
                number: String(index + 1),
              })}
              onClick={() =>
                set({ headers: values.headers.filter((_, i) => i !== index) })
              }
            >
              <Close fontSize="small" />
            </IconButton>
          </Box>
        ))}
        <Button
          size="small"
          onClick={() =>
            set({
              headers: [
                ...values.headers,
                { name: '', value: '', stored: false },
              ],
            })
          }
        >
          {t('hooks.form.addHeader')}
        </Button>
        <FormHelperText id="hook-headers-help">
          {t('hooks.form.headersHelp')}
        </FormHelperText>
        {errors['http.headers'] && (
          <InlineError message={errors['http.headers']} />
        )}
      </Box>
      <FormField
        id="hook-body"
        label={t('hooks.form.body')}
        code
        value={values.body}
        onValue={body => set({ body })}
        help={t('hooks.form.bodyHelp')}
        error={errors['http.body']}
      />
      <FormField
        id="hook-status"
        label={t('hooks.form.expectedStatus')}
        type="number"
        value={values.expectedStatus}
        onValue={expectedStatus => set({ expectedStatus })}
        help={t('hooks.form.expectedStatusHelp')}
        error={errors['http.expectedStatus']}
      />
    </>
  );
};
