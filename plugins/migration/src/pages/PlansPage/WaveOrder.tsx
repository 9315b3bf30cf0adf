/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import ArrowDownward from '@material-ui/icons/ArrowDownward';
import ArrowUpward from '@material-ui/icons/ArrowUpward';
import Close from '@material-ui/icons/Close';
import { Plan } from '@namespace-migration/plugin-migration-common';
import { moved, WaveForm, without } from '../../presentation/waveForm';
import { migrationTranslationRef } from '../../translation';

/** Lists of all plans before each plan: with more of them the browser becomes slow. */
const MOST_WITH_DEPENDENCIES = 60;

const useStyles = makeStyles(theme => ({
  list: { margin: theme.spacing(1, 0, 3), paddingLeft: theme.spacing(4) },
  row: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: theme.spacing(0, 1),
    borderBottom: `1px solid ${theme.palette.divider}`,
    padding: theme.spacing(0.5, 0),
  },
  name: { flex: '1 1 200px', minWidth: 0, overflowWrap: 'anywhere' },
  after: { flex: '0 1 200px', minWidth: 140 },
}));

export interface WaveOrderProps {
  form: WaveForm;
  /** In the order of the form. */
  plans: Plan[];
  onChange(form: WaveForm): void;
}

/** The plans of a wave from top to bottom, each after one above it if so chosen. */
export const WaveOrder = ({ form, plans, onChange }: WaveOrderProps) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const classes = useStyles();
  const reasonOf = (plan: Plan) =>
    plan.actions.find(({ type, allowed }) => type === form.type && !allowed)
      ?.reason;
  return (
    <>
      <Typography variant="subtitle1" component="h3">
        {t('waves.dialog.order')}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {t('waves.dialog.orderHelp')}
      </Typography>
      <ol className={classes.list}>
        {plans.map((plan, index) => {
          const { id, name } = plan;
          const reason = reasonOf(plan);
          return (
            <li key={id}>
              <div className={classes.row}>
                <div className={classes.name}>
                  <Typography variant="body2">{name}</Typography>
                  {reason && (
                    <Typography variant="caption" color="error">
                      {t('waves.dialog.notNow', { reason })}
                    </Typography>
                  )}
                </div>
                {plans.length > 1 && plans.length <= MOST_WITH_DEPENDENCIES && (
                  <TextField
                    select
                    id={`wave-after-${id}`}
                    className={classes.after}
                    label={t('waves.dialog.after')}
                    value={form.after[id] ?? ''}
                    disabled={index === 0}
                    onChange={event =>
                      onChange({
                        ...form,
                        after: { ...form.after, [id]: event.target.value },
                      })
                    }
                    InputLabelProps={{ shrink: true }}
                    SelectProps={{
                      native: true,
                      inputProps: {
                        'aria-label': t('waves.dialog.afterOf', { name }),
                      },
                    }}
                  >
                    <option value="">{t('waves.dialog.nothing')}</option>
                    {plans.slice(0, index).map(before => (
                      <option key={before.id} value={before.id}>
                        {before.name}
                      </option>
                    ))}
                  </TextField>
                )}
                <IconButton
                  size="small"
                  disabled={index === 0}
                  aria-label={t('waves.dialog.up', { name })}
                  onClick={() => onChange(moved(form, id, -1))}
                >
                  <ArrowUpward fontSize="small" />
                </IconButton>
                <IconButton
                  size="small"
                  disabled={index === plans.length - 1}
                  aria-label={t('waves.dialog.down', { name })}
                  onClick={() => onChange(moved(form, id, 1))}
                >
                  <ArrowDownward fontSize="small" />
                </IconButton>
                <IconButton
                  size="small"
                  disabled={plans.length === 1}
                  aria-label={t('waves.dialog.remove', { name })}
                  onClick={() => onChange(without(form, id))}
                >
                  <Close fontSize="small" />
                </IconButton>
              </div>
            </li>
          );
        })}
      </ol>
    </>
  );
};
