"""The words of page furniture in the languages of the news. Data only; rag.load.furniture holds the rules."""

from __future__ import annotations

__all__ = [
    "AGENCIES", "BYLINE_WORDS", "CREDIT_WORDS", "FRAGMENTS", "FROM", "JOINING", "LABELS", "NETWORKS", "OUR",
    "OUTLET_LABELS", "PRESS", "PUBLISHED", "RELATED", "RIGHTS", "SECTIONS", "TAG_LABELS", "UPDATED", "WIRES",
]


def _set(*groups: str) -> frozenset[str]:
    return frozenset(phrase.strip() for group in groups for phrase in group.split(";"))


# Whole lines, compared without case, outer punctuation and counts ("Reacties (12)").
LABELS = _set(
    "skip to content; skip to main content; skip to article; skip to navigation; skip navigation; jump to content",
    "zum inhalt springen; zum hauptinhalt springen; zum artikel springen; direkt zum inhalt; springe zum inhalt",
    "direct naar artikelinhoud; direct naar inhoud; direct naar de inhoud; ga naar inhoud; ga naar de inhoud",
    "naar de inhoud; spring naar inhoud; aller au contenu; aller au contenu principal; passer au contenu",
    "accéder au contenu; saltar al contenido; ir al contenido; ir al contenido principal; vai al contenuto",
    "pasar al contenido principal; pular para o conteúdo; saltar para o conteúdo",
    "leave a comment; leave a reply; post a comment; add a comment; write a comment; join the conversation",
    "view comments; show comments; comments; no comments; kommentar schreiben; kommentar verfassen; kommentieren",
    "kommentare; kommentare anzeigen; kommentar hinterlassen; hinterlasse einen kommentar; diskutieren sie mit",
    "schreibe einen kommentar; schreiben sie einen kommentar; reageer; reageren; reacties; plaats een reactie",
    "laat een reactie achter; geef een reactie; laisser un commentaire; ajouter un commentaire; commentaires",
    "commenter; réagir; deja un comentario; dejar un comentario; comentarios; comentar; lascia un commento",
    "share; share this; share this article; share this story; share article; share on facebook; share on twitter",
    "share on x; share via email; share this page; teilen; artikel teilen; beitrag teilen; diesen artikel teilen",
    "auf facebook teilen; auf twitter teilen; per e-mail teilen; drucken; artikel drucken; delen; deel dit artikel",
    "artikel delen; deel via; deel op facebook; partager; partager l'article; partager cet article; imprimer",
    "partager sur facebook; compartir; compartir en facebook; compartir este artículo; imprimir; copy link",
    "link kopieren; kopieer link; copier le lien; copiar enlace; print this page; print this article; condividi",
    "email this article; advertisement; advertisements; sponsored; sponsored content; anzeige; werbung; advertentie",
    "reclame; publicité; publicidad; pubblicità; publicidade; article continues below advertisement",
    "story continues below advertisement; story continues below; lees verder onder de advertentie",
    "artikel gaat verder onder de advertentie; tekst gaat verder onder de advertentie; artikel gaat hieronder verder",
    "tekst gaat verder onder de foto; tekst gaat verder onder de video; de tekst gaat verder onder de foto",
    "de tekst gaat verder onder de video; lees verder onder de foto; lees verder onder de video",
    "nach der anzeige weiterlesen; der artikel wird unter der anzeige fortgesetzt; la suite après cette publicité",
    "la suite après la publicité; continúa después de la publicidad; sign in; log in; login; subscribe",
    "subscribe now; sign up; anmelden; einloggen; abonnieren; jetzt abonnieren; newsletter; newsletter abonnieren",
    "inloggen; abonneren; abonneer u nu; word abonnee; nieuwsbrief; se connecter; s'abonner; iniciar sesión",
    "suscríbete; suscribirse; accept cookies; accept all cookies; accept all; cookie settings; cookies akzeptieren",
    "alle cookies akzeptieren; alle akzeptieren; cookie-einstellungen; cookies accepteren; alle cookies accepteren",
    "cookie-instellingen; accepter les cookies; tout accepter; aceptar cookies; aceptar todo; back to top",
    "nach oben; zum seitenanfang; terug naar boven; menu; menü; startseite; haut de page; volver arriba",
)

# A line of its own, after which teasers of other articles follow.
RELATED = _set(
    "lees ook; lees meer; lees verder; lees meer over; lees ook deze artikelen; meer over dit onderwerp; bekijk ook",
    "gerelateerd; gerelateerde artikelen; luister ook; meest gelezen; read more; read also; also read; read next",
    "see also; related; related articles; related stories; related content; related topics; more on this story",
    "more on this topic; more stories; recommended; recommended stories; you may also like; you might also like",
    "don't miss; most read; most popular; mehr zum thema; lesen sie auch; lesen sie mehr; lies auch; weiterlesen",
    "auch interessant; mehr dazu; mehr lesen; siehe auch; das könnte sie auch interessieren; weitere artikel",
    "ähnliche artikel; verwandte artikel; passend zum thema; zum thema; meistgelesen; à lire aussi; lire aussi",
    "lire la suite; voir aussi; sur le même sujet; articles liés; les plus lus; lea también; lee también; leer más",
    "lee más; lea más; también te puede interesar; te puede interesar; noticias relacionadas; lo más leído",
    "artículos relacionados; leggi anche; leia também; leia mais",
)

UPDATED = _set(
    "last updated; last updated on; last update; last modified; updated; updated on; zuletzt aktualisiert",
    "zuletzt aktualisiert am; letzte aktualisierung; aktualisiert; aktualisiert am; stand; laatst bijgewerkt",
    "laatst bijgewerkt op; laatste update; bijgewerkt; bijgewerkt op; update; dernière mise à jour; mis à jour",
    "dernière mise à jour le; mis à jour le; mise à jour; última actualización; actualizado; actualizado el",
    "aggiornato; aggiornato il; atualizado; atualizado em",
)
PUBLISHED = _set(
    "published; published on; first published; posted; posted on; date; veröffentlicht; veröffentlicht am; datum",
    "erschienen am; erstellt; erstellt am; gepubliceerd; gepubliceerd op; publicatiedatum; geplaatst op; publié",
    "publié le; date de publication; publicado; publicado el; fecha; pubblicato; pubblicato il; publicado em",
)
TAG_LABELS = _set(
    "tag; tags; filed under; topics; keywords; schlagwort; schlagwörter; schlagworte; stichwörter; themen",
    "trefwoorden; trefwoord; onderwerpen; étiquettes; mots-clés; mots clés; thèmes; etiquetas; temas; tópicos",
)
OUTLET_LABELS = _set("quelle; source; bron; fuente; fonte; outlet; zeitung; krant; newspaper")

BYLINE_WORDS = _set("by; von; door; par; por; di; text; tekst; autor; author; auteur; redactie; redaktion; written by")
# "By our correspondent", "Van onze verslaggever".
FROM = _set("by; from; von; van; door; par; de; del; por; da; di; do; dal; dalla; della")
OUR = _set("our; unser; unserem; unserer; unseren; onze; ons; notre; nos; nuestro; nuestra; nosso; nossa; nostro")
# Of these the name of a paper or an agency has one, and so has who writes for it from abroad.
PRESS = _set(
    "agency; press; news; newspaper; gazette; courier; times; post; herald; tribune; chronicle; observer; telegraph",
    "journal; bulletin; desk; newsroom; correspondent; reporter; agentur; nachrichtenagentur; presseagentur; presse",
    "zeitung; tageblatt; anzeiger; kurier; rundschau; bote; redaktion; korrespondent; korrespondentin; persbureau",
    "nieuwsbureau; pers; krant; dagblad; courant; nieuwsblad; bode; redactie; correspondente; verslaggever; agence",
    "journaux; dépêche; gazette; rédaction; correspondant; correspondante; agencia; prensa; diario; periódico; gaceta",
    "redacción; corresponsal; agenzia; stampa; giornale; corriere; gazzetta; redazione; corrispondente; agência",
    "imprensa; jornal; gazeta; redação",
)
WIRES = _set("dpa; afp; ap; anp; apa; reuters; belga; efe; ansa; lusa; kna; epd; sid; upi; afp/dpa; dpa/afp; sda")
# Small words within the names of papers, agencies and places.
JOINING = _set("of; the; for; du; des; le; la; les; d'; del; della; do; da; di; für; im; in; am; voor; te; pour; para")
CREDIT_WORDS = (
    "Crédit photo", "Credit", "Beeld", "Fotos", "Foto", "Photos", "Photo", "Bilder", "Bild", "Images", "Image",
    "Picture", "Imagen", "Illustration", "Illustratie", "Grafik", "Copyright", "©",
)
AGENCIES = _set(
    "dpa; afp; epa; ap; anp; apa; imago; picture; alliance; getty; images; via; reuters; belga; archiv; archief; afp",
    "shutterstock; unsplash; pexels; von; van; de; der; den; und; and; et; en; y; dpa-bildfunk; symbolbild; keystone",
)
SECTIONS = _set(
    "news; nieuws; nachrichten; noticias; actualité; actualités; politik; politiek; politics; politique; política",
    "wirtschaft; economie; economy; économie; economía; business; sport; sports; deportes; kultur; cultuur; culture",
    "cultura; buitenland; binnenland; ausland; inland; panorama; world; welt; wereld; monde; mundo; international",
    "internationaal; internacional; meinung; opinie; opinion; opinión; kommentar; analyse; analysis; análisis",
    "interview; interviews; reportage; liveblog; live; wetenschap; wissenschaft; science; sciences; ciencia; technik",
    "techniek; technology; tech; technologie; tecnología; digital; netzwelt; wissen; gesellschaft; samenleving",
    "society; société; sociedad; lokales; regional; regionaal; regio; lokaal; local; gesundheit; gezondheid; health",
    "santé; salud; exclusive; exklusiv; exclusief; breaking; breaking news; eilmeldung; achtergrond; hintergrund",
    "background; column; kolumne; columna; editorial; home",
)
NETWORKS = _set("facebook; twitter; x; whatsapp; linkedin; email; e-mail; mail; pinterest; telegram; xing; reddit; "
                "instagram; print; drucken; teilen; share; tweet; delen; deel; partager; compartir; bluesky; threads; "
                "on; op; auf; via; sur; en; mastodon; copy; link; signal; messenger; flipboard; pocket")
RIGHTS = (
    "all rights reserved", "alle rechte vorbehalten", "alle rechten voorbehouden", "tous droits réservés",
    "todos los derechos reservados", "tutti i diritti riservati",
)
# What is left of a widget between paragraphs: a conjunction alone is no sentence in any of these languages.
FRAGMENTS = _set("en; of; und; oder; and; or; et; ou; y; o; e; ed")
