// What the desk says in French when something is refused: what to do next, in one sentence.
import type { problems as english } from './en-problems.ts'

export const problems: typeof english = {
  'office-not-configured':
    'Ce bureau n’est pas encore configuré. Adressez-vous à l’administration.',
  'service-unknown': 'Ce bureau n’offre plus ce service.',
  'service-withdrawn': 'Le bureau n’offre plus ce service. Choisissez-en un autre.',
  'office-closed': 'Le bureau ne donne pas de billets en ce moment.',
  'service-paused': 'Aucun billet n’est donné pour ce service en ce moment.',
  'quota-reached': 'Tous les billets du jour ont été donnés pour ce service.',
  'joining-closed': 'Ce bureau ne permet pas de se joindre à la file avec un téléphone.',
  'joining-full': 'Le bureau a déjà accepté autant de personnes à distance qu’il le peut.',
  'more-time-used': 'Le délai a été accordé autant de fois qu’il peut l’être.',
  'nobody-behind': 'Personne n’attend derrière qui pourrait passer d’abord.',
  'ticket-unknown': 'Ce lien ne suit plus aucun billet.',
  'push-not-offered': 'Aucun message n’est envoyé aux téléphones ici.',
  'push-full': 'Ce billet avertit déjà autant de téléphones que possible.',
  'room-code-wrong': 'Ce n’est pas le code que le tableau montre en ce moment.',
  'priority-unknown': 'Cette catégorie de priorité n’existe plus. Choisissez-en une autre.',
  'counter-kind-unknown': 'Ce type de guichet n’existe plus. Choisissez-en un autre.',
  'reason-unknown': 'Le bureau n’utilise plus ce motif. Choisissez-en un autre.',
  'outcome-needed': 'Indiquez le résultat de la demande, puis terminez.',
  'outcome-unknown': 'Le bureau n’utilise plus ce résultat. Choisissez-en un autre.',
  'agent-unknown':
    'Cette personne n’est pas à un guichet en ce moment. Choisissez quelqu’un d’autre.',
  'alarm-unknown': 'Plus personne ne demande d’aide.',
  'reorder-impossible':
    'Cette place n’existe plus\u00a0: la file a avancé. Choisissez la place de nouveau.',
  'number-taken': 'Ce numéro de papier a déjà été saisi. Vérifiez le rouleau.',
  'times-impossible':
    'Ces heures sont impossibles\u00a0: vérifiez qu’elles sont d’aujourd’hui, dans le bon ordre et passées.',
  'same-office': 'La personne est déjà dans ce bureau. Choisissez-en un autre.',
  'office-closed-to-transfer':
    'L’autre bureau ne peut pas accueillir cette personne. Choisissez-en un autre ou mettez la visite de côté.',
  'board-unknown': 'Le bureau n’a plus ce tableau.',
  'notice-unknown': 'Le bureau n’a plus cet avis.',
  'medium-unknown': 'Le bureau n’a plus cette image ou cette vidéo.',
  'recording-unknown': 'Le bureau n’a aucun enregistrement de ce mot dans cette langue.',
  'voice-pack-unknown': 'Le bureau n’a aucun jeu de voix dans cette langue.',
  'room-full': 'Le bureau en a autant qu’il peut en avoir. Supprimez-en d’abord.',
  'playlist-incomplete':
    'Un fichier a été ajouté ou supprimé entre-temps. Refaites l’ordre de la liste.',
  'counter-unknown': 'Ce bureau n’a pas ce guichet. Choisissez-en un autre.',
  'counter-taken': 'Ce guichet vient d’être pris. Choisissez-en un autre.',
  'counter-needed': 'Choisissez d’abord un guichet.',
  'agent-busy':
    'Une personne est à votre guichet. Terminez d’abord la visite, mettez-la de côté ou remettez-la en file.',
  'agent-not-available': 'Vous êtes en pause. Terminez d’abord la pause.',
  'visit-unknown': 'Cette visite n’est plus connue.',
  'visit-with-other-agent': 'Une ou un collègue s’occupe déjà de cette personne.',
  'visit-not-for-you':
    'Cette personne attend un service, un guichet ou une personne autre que vous.',
  'move-not-allowed': 'Ce n’est plus possible\u00a0: la visite a changé entre-temps.',
  'request-unknown': 'Cette visite n’a pas cette demande.',
  'nothing-to-undo': 'Il n’y a rien à annuler.',
  'undo-too-late': 'Il est trop tard pour annuler.',
  'undo-not-yours': 'C’est l’action d’une autre personne; elle seule peut l’annuler.',
  'undo-overtaken': 'Annulation impossible\u00a0: autre chose s’est passé depuis.',
  'invalid-input': 'Le serveur n’a pas compris l’envoi.',
  'invalid-json': 'Le serveur n’a pas compris l’envoi.',
  'body-too-large': 'C’est trop long pour être envoyé.',
  'unsupported-media-type': 'Le serveur n’a pas compris l’envoi.',
  'sign-in-needed': 'Votre session est terminée. Ouvrez-en une nouvelle.',
  'sign-in-failed': 'Le nom d’utilisateur ou le mot de passe est erroné.',
  'not-allowed': 'Votre rôle ne permet pas cette action.',
  'not-your-office': 'Vous ne pouvez pas faire cela dans ce bureau.',
  'origin-refused':
    'Le serveur a refusé l’adresse de cette page. Ouvrez le poste par son lien habituel.',
  'route-unknown': 'Le serveur ne connaît pas cette action. Rechargez la page.',
  'method-not-allowed': 'Le serveur ne connaît pas cette action. Rechargez la page.',
  'office-unknown': 'Ce bureau n’existe pas.',
  'file-type-refused':
    'Ce type de fichier n’est pas accepté ici, quel que soit son nom. Images : PNG, JPEG, WebP. Vidéos : MP4, WebM. Enregistrements : WAV, MP3, Ogg. Jeux de voix : zip, tar.gz.',
  'file-too-large':
    'Le fichier est trop volumineux. Une image peut avoir 10 Mo, une vidéo 100 Mo, un enregistrement 2 Mo, un jeu de voix 64 Mo.',
  'file-broken': 'Le fichier est vide ou n’est pas arrivé en entier. Envoyez-le de nouveau.',
  'archive-too-large':
    'L’archive contient plus qu’un jeu de voix. Envoyez-en une qui n’a que les sons des lettres et des chiffres.',
  'archive-unsafe':
    'Des noms de l’archive mènent hors de son dossier. Refaites l’archive à partir des dossiers des voix.',
  'no-voice-pack':
    'L’archive ne contient aucun jeu de voix : il faut un dossier comme fr_CA, avec digits/1.wav.',
  'files-full': 'Le bureau conserve autant de fichiers qu’il peut. Supprimez-en d’abord.',
  'region-unknown': 'Cette région n’existe pas.',
  'agent-figures-off': 'Ce bureau n’affiche pas les chiffres d’une seule personne.',
  'group-too-small':
    'Si peu de personnes pourraient être reconnues. Choisissez-en davantage, ou aucune.',
  'too-many-rows':
    'Un classeur contient moins de lignes que cela. Prenez le fichier CSV, ou une période plus courte.',
  'device-unknown': 'Le bureau n’a plus cet appareil.',
  'device-not-connected': 'L’appareil n’est pas connecté. Redémarrez-le à la main.',
  'enrolment-unknown':
    'Aucun appareil n’affiche ce code. Vérifiez chaque caractère; un code vaut dix minutes.',
  'enrolment-used': 'Ce code a déjà servi. Demandez-en un nouveau à l’appareil.',
  'enrolment-other-kind': 'L’appareil qui affiche ce code est d’une autre sorte.',
  'key-reused': 'Confusion avec une action précédente. Réessayez.',
  'settings-in-use':
    'Des personnes ou des visites dépendent encore de ce réglage; il ne peut pas changer.',
  'too-many-requests': 'Trop d’essais. Attendez une minute, puis réessayez.',
  'contract-too-old': 'Cette page est plus ancienne que le serveur. Rechargez-la.',
  'database-busy':
    'Le serveur ne peut pas enregistrer pour l’instant. Rien n’a changé\u00a0: réessayez.',
  'server-stopping': 'Le serveur redémarre. Rien n’a changé\u00a0: réessayez dans un instant.',
  unexpected: 'Un problème est survenu sur le serveur. Réessayez ou avisez l’administration.',
  unreachable: 'Non envoyé\u00a0: le serveur est injoignable. Réessayez.',
  other: 'Cela n’a pas fonctionné. Réessayez.',
}
