"""The words by which questions tell what they ask for, in five languages."""

from __future__ import annotations

from typing import Final

__all__ = ["MONEY", "NAMED", "OF_THE_TEXT", "PHRASES"]

PHRASES: Final[dict[str, str]] = {
    "en": "age:how old,what age|time:how long does,how long did,how long has,how long have,how long had,how long will,"
          "how many years,how many months,how many days,how many hours,how many minutes,how many weeks|"
          "duration:how long|count:how many,how often,what number,which number|"
          "length:how tall,how far,how deep,how wide|weight:how heavy|speed:how fast|"
          "share:what share,which share,what percentage,which percentage,what proportion,how many percent,"
          "how many per cent|"
          "amount:how much,how high,how large,how big,what sum|"
          "date:when,what year,which year,what month,which month,what day,which day,what date|"
          "name:name of,called,the names|person:who,whom,whose|place:where|reason:why,what reason,for what reason",
    "de": "age:wie alt,welches alter,welchem alter|time:wie lange,wie viele jahre,wie viele monate,wie viele tage,"
          "wie viele stunden,wie viele minuten,wie viele wochen,wie viele jahrzehnte|"
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
