"""The words by which questions tell what they ask for, in five languages."""

from __future__ import annotations

from typing import Final

__all__ = ["BOUNDARIES", "MONEY", "NAMED", "OF_THE_TEXT", "PHRASES", "SPEAKING"]

PHRASES: Final[dict[str, str]] = {
    "en": "age:how old,what age|time:how long does,how long did,how long has,how long have,how long had,how long will,"
          "how many years,how many months,how many days,how many hours,how many minutes,how many weeks|"
          "duration:how long|count:how many,how often,what number,which number|"
          "length:how tall,how far,how deep,how wide|weight:how heavy|speed:how fast|"
          "share:what share,which share,what percentage,which percentage,what proportion,how many percent,"
          "how many per cent|"
          "amount:how much,how high,how large,how big,what sum|"
          "date:when did,when was,when were,when will,when does,when do,when is,when are,when has,when have,when had,"
          "when exactly,since when,until when,what year,which year,what month,which month,what day,which day,what date|"
          "name:name of,called,the names|person:who,whom,whose|place:where|reason:why,what reason,for what reason",
    "de": "age:wie alt,welches alter,welchem alter|time:wie lange,wie viele jahre,wie viele monate,wie viele tage,"
          "wie viele stunden,wie viele minuten,wie viele wochen,wie viele jahrzehnte,"
          "wie vielen jahren,wie vielen monaten,wie vielen tagen,wie vielen stunden,wie vielen minuten,"
          "wie vielen wochen,wie vielen jahrzehnten|"
          "count:wie viele,wie vielen,wieviele,wie oft|length:wie lang ist,wie lang war,wie weit ist,wie weit war,"
          "wie tief ist,wie tief war,wie breit|weight:wie schwer ist,wie schwer war,wie schwer sind,wie schwer waren,"
          "wie viel wiegt,wie viel wog|speed:wie schnell|"
          "share:welcher anteil,welchen anteil,wie viel prozent,wie viele prozent,wieviel prozent|"
          "amount:wie viel,wieviel,wie hoch,wie groß,wie weit,wie teuer,wie tief|"
          "date:wann,welchem jahr,welches jahr,welchem monat,welchem tag|name:heißt,heißen,hieß,hießen|"
          "person:wer,wem,wen,wessen|place:wo,woher,wohin|reason:warum,weshalb,wieso,weswegen",
    "nl": "age:hoe oud,welke leeftijd|time:hoe lang duurt,hoe lang duurde,hoe lang heeft,hoe lang moet,hoeveel jaar,"
          "hoeveel maanden,hoeveel dagen,hoeveel uur,hoeveel minuten,hoeveel weken|duration:hoe lang|"
          "share:hoeveel procent,welk deel,welk percentage,welk aandeel|"
          "count:hoeveel,hoe vaak|length:hoe ver,hoe diep,hoe breed|speed:hoe snel|"
          "amount:hoe hoog,hoe groot,hoe duur,hoeveel bedroeg,hoeveel bedraagt,hoeveel was,hoeveel is,hoeveel kost,"
          "hoeveel kostte,hoeveel kostten,hoeveel investeerde,hoeveel investeerden,hoeveel investeert,hoeveel betaalde,"
          "hoeveel betaalden,hoeveel betaalt,hoeveel verdient,hoeveel verdiende,hoeveel gaf,hoeveel geeft,hoeveel stak,"
          "hoeveel steeg,hoeveel daalde,hoeveel groeide,hoeveel heeft,hoeveel had,hoeveel verloor,hoeveel kreeg,"
          "hoeveel krijgt,hoeveel leverde,hoeveel levert|"
          "date:wanneer,welk jaar,welke maand,welke dag|name:heet,heten,heette,heetten|person:wie,wiens|"
          "place:waar,waarheen|reason:waarom,waardoor",
    "fr": "age:quel âge|time:combien de temps,combien d années,combien de mois,combien de jours,combien d heures,"
          "combien de semaines|share:quelle part,quel pourcentage,quelle proportion|"
          "speed:à quelle vitesse|weight:combien pèse,combien pesait|count:combien de,combien d|amount:combien|"
          "date:quand,quelle année,quel jour,quel mois|name:s appelle,s appellent,s appelait,s appelaient|"
          "person:qui|place:où|reason:pourquoi",
    "es": "age:qué edad,cuántos años tiene,cuántos años tenía|time:cuánto tiempo,cuántos años,cuántos meses,"
          "cuántos días,cuántas horas,cuántas semanas|share:qué porcentaje,qué parte,qué proporción|"
          "speed:a qué velocidad|weight:cuánto pesa,cuánto pesaba|length:cuánto mide,cuánto medía|"
          "count:cuántos,cuántas|amount:cuánto,cuánta|"
          "date:cuándo,qué año,qué mes,qué día|name:se llama,se llaman,se llamaba,se llamaban|"
          "person:quién,quiénes|place:dónde,adónde|reason:por qué",
}
"""By language: a kind with the phrases that ask for it, as written in that language."""
MONEY: Final[dict[str, str]] = {
    "en": "cost costs money salary price prices rent fine fines debt debts compensation damages reward budget turnover "
          "earn earns paid expensive revenue wage",
    "de": "kostet kostete kosten geld gehalt preis miete strafe bußgeld schulden entschädigung schadenersatz belohnung "
          "etat umsatz verdient teuer lohn",
    "nl": "kost kostte kosten geld salaris prijs huur boete schuld schulden schadevergoeding beloning begroting omzet "
          "verdient duur loon",
    "fr": "coûte coûté coût argent salaire prix loyer amende dette dettes indemnité dommages récompense budget gagne",
    "es": "cuesta costó coste costo dinero salario sueldo precio alquiler multa deuda deudas indemnización recompensa "
          "presupuesto gana",
}
"""Words with which a question for how much asks for money."""
NAMED: Final[dict[str, str]] = {
    "en": "which what|company firm bank airline hospital hotel restaurant supermarket supermarkets university school "
          "newspaper magazine broadcaster party union ministry agency organisation organization club team country "
          "city town state region village river airport port court prison",
    "de": "welche welcher welches welchem welchen|unternehmen firma bank fluggesellschaft krankenhaus klinik hotel "
          "restaurant supermarkt supermärkten universität schule zeitung zeitschrift sender partei gewerkschaft "
          "ministerium behörde organisation verein verband land stadt staat region dorf fluss flughafen hafen gericht "
          "gefängnis baufirma",
    "nl": "welk welke|bedrijf firma bank luchtvaartmaatschappij ziekenhuis hotel restaurant supermarkt supermarkten "
          "universiteit school krant tijdschrift omroep partij vakbond ministerie dienst organisatie club vereniging "
          "land stad staat regio dorp rivier luchthaven haven rechtbank gevangenis",
    "fr": "quel quelle quels quelles|entreprise société banque compagnie hôpital hôtel restaurant supermarché "
          "supermarchés université école journal parti syndicat ministère agence organisation club équipe pays ville "
          "état région village fleuve aéroport port tribunal prison",
    "es": "qué cuál|empresa compañía banco aerolínea hospital hotel restaurante supermercado supermercados universidad "
          "escuela periódico diario partido sindicato ministerio agencia organización club equipo país ciudad estado "
          "región pueblo río aeropuerto puerto tribunal cárcel prisión",
}
"""By language: words that choose, and nouns of which each has a name of its own."""
OF_THE_TEXT: Final[dict[str, str]] = {
    "en": "of the following,the passage,this passage,the paragraph,the text,this text,the article,this article,"
          "the author,the writer,mentioned,mention,statement,statements",
    "de": "folgende,folgenden,folgender,folgendes,textabschnitt,textabschnitts,abschnitt,textpassage,passage,der text,"
          "dem text,den text,des textes,im text,der artikel,dem artikel,den artikel,des artikels,im artikel,autor,"
          "autors,erwähnt,erwähnte,aussage,aussagen",
    "nl": "van de volgende,de tekst,deze tekst,het artikel,dit artikel,de auteur,de schrijver,de passage,genoemd,"
          "vermeld,bewering,beweringen",
    "fr": "suivants,suivantes,le texte,ce texte,du texte,l article,cet article,l auteur,le passage,ce passage,"
          "mentionné,mentionnée,affirmation,affirmations",
    "es": "siguientes,el texto,del texto,este texto,el artículo,del artículo,este artículo,el autor,el pasaje,"
          "mencionado,mencionada,menciona,afirmación,afirmaciones",
}
"""Phrases of a question that is about what was written."""
SPEAKING: Final[dict[str, str]] = {
    "en": "what does _ say,what did _ say,what do _ say,what has _ said,what have _ said,what is _ saying,"
          "what are _ saying,what had _ to say,what does _ have to say,what does _ think,what did _ think,"
          "what do _ think,what does _ claim,what did _ claim,what does _ reply,what did _ reply,"
          "what does _ answer,what did _ answer,what does _ argue,what did _ argue,how does _ respond,"
          "how did _ respond,how do _ respond,how has _ responded,how have _ responded,how is _ responding,"
          "how does _ react,how did _ react,how do _ react,how has _ reacted,how have _ reacted,how does _ reply,"
          "how did _ reply,how does _ answer,how did _ answer,how does _ defend,how did _ defend,"
          "how does _ explain,how did _ explain,how does _ see,how do _ see,does _ deny,did _ deny,do _ deny,"
          "has _ denied,have _ denied,does _ admit,did _ admit,has _ admitted,does _ confirm,did _ confirm,"
          "has _ confirmed,does _ comment,did _ comment,has _ commented,have _ commented,does _ dispute,"
          "did _ dispute,did _ respond,has _ responded,have _ responded,did _ react,has _ reacted,did _ apologise,"
          "has _ apologised,did _ apologize,has _ apologized,does _ accept,did _ say,has _ said,does _ say,"
          "does _ agree,does _ reject,did _ reject,what is the response of,what was the response of,"
          "what is the reaction of,what was the reaction of,what is the position of,what is the view of,"
          "what is the opinion of,what was the answer of,what is _ s response,what was _ s response,"
          "what is _ s reaction,what was _ s reaction,what is _ s position,what is _ s view,what is _ s opinion,"
          "what was _ s answer,what is _ s answer,what is _ response,what was _ response,what is _ reaction,"
          "what was _ reaction,what is _ position",
    "de": "was sagt,was sagte,was sagen,was sagten,was hat _ gesagt,was haben _ gesagt,was meint,was meinte,"
          "was meinen,was antwortet,was antwortete,was antworten,was erwidert,was erwiderte,was entgegnet,"
          "was entgegnete,was erklärt,was erklärte,was erklären,was behauptet,was behauptete,was denkt,was denken,"
          "was hält,was halten,wie reagiert,wie reagierte,wie reagieren,wie reagierten,wie hat _ reagiert,"
          "wie haben _ reagiert,wie äußert sich,wie äußerte sich,wie äußern sich,wie hat sich _ geäußert,"
          "hat sich _ geäußert,wie antwortet,wie antwortete,wie verteidigt sich,wie verteidigte sich,"
          "wie rechtfertigt,wie erklärt,wie erklärte,wie steht,wie stehen,bestreitet,bestritt,bestreiten,"
          "dementiert,dementierte,leugnet,leugnete,gibt _ zu,gab _ zu,räumt _ ein,räumte _ ein,bestätigt,"
          "bestätigte,hat _ bestätigt,hat _ dementiert,hat _ bestritten,hat _ reagiert,haben _ reagiert,"
          "welche stellung nimmt,welche position vertritt,nimmt _ stellung,hat _ stellung genommen,"
          "was ist die reaktion,was ist die antwort,was ist die meinung,was ist die stellungnahme",
    "nl": "wat zegt,wat zei,wat zeggen,wat zeiden,wat heeft _ gezegd,wat vindt,wat vond,wat vinden,wat vonden,"
          "wat denkt,wat denken,wat antwoordt,wat antwoordde,wat antwoorden,wat beweert,wat beweerde,wat verklaart,"
          "wat verklaarde,wat stelt,wat laat _ weten,wat liet _ weten,wat meent,wat meende,hoe reageert,"
          "hoe reageerde,hoe reageren,hoe reageerden,hoe heeft _ gereageerd,heeft _ gereageerd,hebben _ gereageerd,"
          "hoe antwoordt,hoe antwoordde,hoe verdedigt,hoe verdedigde,hoe verklaart,hoe verklaarde,hoe staat,"
          "hoe kijkt,ontkent,ontkende,ontkennen,heeft _ ontkend,betwist,betwistte,bevestigt,bevestigde,"
          "heeft _ bevestigd,geeft _ toe,gaf _ toe,erkent,erkende,spreekt _ tegen,wat is de reactie van,"
          "wat was de reactie van,wat is het antwoord van,wat was het antwoord van,wat is het standpunt van,"
          "wat is de mening van",
    "fr": "que dit,que disent,que disait,qu a dit,qu ont dit,qu en dit,qu en disent,que répond,que répondent,"
          "qu a répondu,qu ont répondu,que déclare,que déclarent,qu a déclaré,qu ont déclaré,que pense,que pensent,"
          "qu en pense,qu en pensent,qu affirme,qu affirment,que prétend,comment réagit,comment réagissent,"
          "comment a réagi,comment ont réagi,comment répond,comment répondent,comment a répondu,comment se défend,"
          "comment s explique,comment _ réagit,comment _ réagissent,comment _ a t il réagi,"
          "comment _ a t elle réagi,comment _ ont ils réagi,comment _ a t il répondu,comment _ a t elle répondu,"
          "comment _ explique,comment _ se défend,comment _ répond,quelle est la réaction de,"
          "quelle est la réaction du,quelle est la réaction des,quelle a été la réaction de,"
          "quelle a été la réaction du,quelle est la réponse de,quelle est la réponse du,quelle est la position de,"
          "quelle est la position du,quel est l avis de,quel est l avis du,est ce que _ nie,est ce que _ conteste",
    "es": "qué dice,qué dicen,qué dijo,qué dijeron,qué ha dicho,qué han dicho,qué responde,qué responden,"
          "qué respondió,qué respondieron,qué opina,qué opinan,qué piensa,qué piensan,qué declaró,qué afirma,"
          "qué afirman,qué afirmó,cómo reacciona,cómo reaccionan,cómo reaccionó,cómo reaccionaron,"
          "cómo ha reaccionado,cómo responde,cómo responden,cómo respondió,cómo respondieron,cómo ha respondido,"
          "niega,negó,ha negado,admite,admitió,reconoce,reconoció,confirma,confirmó,cuál es la reacción de,"
          "cuál es la reacción del,cuál fue la reacción de,cuál fue la reacción del,cuál es la respuesta de,"
          "cuál es la respuesta del,cuál es la posición de,cuál es la posición del",
}
"""By language: how questions ask for somebody's words; a low line stands for whose, or it follows."""
BOUNDARIES: Final[dict[str, str]] = {
    "en": "about to on of over regarding concerning that it this when after",
    "de": "zu zum zur dazu daran davon darüber darauf über auf von vom daß dass bei es in im nach gegen gegenüber "
          "jetzt",
    "nl": "over daarover hierover op daarop aan ervan daarvan erover van dat in na tegen bij tegenover nu",
    "fr": "de du des d à au aux sur en t il elle ils elles que qu dans après",
    "es": "sobre de del a al que en ante tras",
}
"""By language: words before which a party's own end."""
