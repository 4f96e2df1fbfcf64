// The same, in French.
export const frPush = {
  tell: {
    ask: 'M’avertir quand c’est mon tour',
    on: 'Ce téléphone vous avertit quand votre tour approche et quand on vous appelle, même si cette page est fermée. Un message peut tarder\u00a0: surveillez aussi le tableau.',
    stop: 'Ne plus m’avertir',
    refused: 'Votre navigateur ne permet pas les messages de cette page. Gardez-la plutôt ouverte.',
    failed: 'Votre navigateur n’y est pas parvenu. Réessayez ou gardez la page ouverte.',
  },
}
