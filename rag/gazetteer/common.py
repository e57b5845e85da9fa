"""Words that are capitalised without being part of a name that travels between languages."""

from __future__ import annotations

__all__ = ["COMMON", "WORLDLY"]

# States and unions have other initials in other languages; some abbreviations are translated, or are no names.
WORLDLY = frozenset(
    "eu ue us usa vs eua eeuu uk vk un vn onu uno nato otan navo eg ceo tv gdp bip bbp pib ai ki ia it am pm eur usd "
    "gbp cny chf opec imf iwf fmi who oms wgo ecb ezb bce covid ok ii iii iv vi vii viii ix xi xii xiii xiv xv xvi "
    "wto omc iaea aiea aea oecd ocde oeso uae vae co dna dns adn hiv vih aids sida mr mrs dr ngo nro ong ggo "
    "cctv gps dslr atm suv ufo ovni mri mrt irm vat mwst btw tva iva pkw lkw kfz led lcd cpu gpu usb vpn url pdf html "
    "www cv phd mba bmi adhd adhs ptsd ptbs std sti id pin sms pc pr hr rd "
    "wwi wwii ww1 ww2 gmt utc cet cest mez mesz est edt pst pdt ce mp mps mep meps mdb pow pows hq ngos ceos cfo cto "
    "pcs dvd dvds vip vips sos aka tbc eez awz iq".split())

# Small words that begin sentences; offices, institutions, directions, weekdays and months, which are translated.
COMMON = frozenset((
    # English
    "the a an this that these those in on at for from by of and but or if when while after before since until "
    "according both it he she they we its his her their as with i you my your our no not yes so then there here where "
    "who what why how which some many most all one two three first second third last more other another each every "
    "several only also however although though because despite during under over about into through between among "
    "against without within once now today yesterday tomorrow even just still such being having made court house "
    "ministry minister state states council bank party police government president prime foreign supreme white "
    "security service services union kingdom national nations federal republic city north south east west northern "
    "southern eastern western central new general secretary commission committee parliament senate university "
    "institute agency office department world international public health justice defence defense interior finance "
    "trade air sea river lake island islands mount mountain mountains street airport group company great united "
    "association organisation organization society church museum school college park bay ocean valley desert bridge "
    "square war wars battle revolution empire age ages era century king queen prince princess emperor pope lord sir "
    "lady saint st mr mrs ms dr doctor professor captain colonel major sergeant chief director chairman governor "
    "mayor senator judge olympic olympics games cup championship league act law treaty day god internet bible "
    "christmas easter monday tuesday wednesday thursday friday saturday sunday january february march april may june "
    "july august september october november december to do does did dont theyre its im were youre isnt doesnt didnt "
    "wont cant thats theres whats lets can could may might must should would will shall let please see note if unless "
    "whether either neither few many much most such same own like near next former sun moon earth cape royal navy "
    "army force forces pole roman catholic national independence operation "
    # German
    "der die das den dem des ein eine einer einem einen und oder aber wenn nach vor seit bis laut im am vom zum zur "
    "beim in an auf aus bei mit von zu fur uber unter durch gegen ohne um es er sie wir ihr ich man dies diese dieser "
    "dieses prasident prasidentin minister ministerin premierminister kanzler kanzlerin konig konigin kaiser general "
    "herr frau ihre ihrem ihren ihrer ihres ihnen sein seine seinem seinen seiner seines unser unsere euer eure mein "
    "meine dein obwohl obgleich wahrend nachdem bevor sobald solange sodass damit dass weil da denn falls sofern "
    "soweit seitdem sowohl weder entweder trotz wegen dank gemass zufolge gegenuber neben zwischen hinter uber "
    "innerhalb ausserhalb hier dort dann danach daraufhin dabei dazu dafur dagegen davor darauf daher deshalb "
    "deswegen somit also auch nur noch schon sogar doch jedoch dennoch allerdings ausserdem zudem ferner zuletzt "
    "zuerst schliesslich spater fruher gestern heute morgen jetzt nun bald oft manchmal immer nie niemand jemand "
    "viele vielen einige einigen alle allen beide beiden mehrere mehr weitere weiterer manche jeder jede jedes kein "
    "keine keinen nicht was wer wie wo wann warum welche welcher welches so wahrenddessen insgesamt rund etwa "
    "ungefahr uns euch sich ihn ihm mich mir dich dir wird wurde werden sind war waren hat hatte haben ist kann "
    "konnte koennen soll sollte muss muessen darf chr bc ad bce sonne mond erde weitem wesentlichen innern "
    "allgemeinen folgenden januar februar marz mai juni juli oktober dezember montag dienstag mittwoch donnerstag "
    "freitag samstag sonntag "
    # Dutch
    "de het een dit deze op van en maar als volgens voor sinds hof ministerie staat staten raad partij politie "
    "regering eerste tweede kamer witte huis dienst unie verenigde koninkrijk noord zuid oost hij zij ze we wij ik je "
    "u er dat die hun haar zijn daar dan nu toen toch ook nog al alle veel sommige meer door uit over onder tegen "
    "tussen zonder tijdens omdat hoewel terwijl zodra nadat voordat gisteren vandaag morgen bij met om aan naar tot "
    "wat wie waar waarom hoe welke niet geen eerder later verder echter daarom januari februari maart juni juli "
    "augustus oktober maandag dinsdag woensdag donderdag vrijdag zaterdag zondag "
    # French
    "le la les un une des du ce cet cette ces selon dans apres avant depuis cour maison ministere etat etats conseil "
    "banque parti gouvernement premier ministre il elle ils elles on nous et mais pour avec sur par en au aux ses son "
    "sa leur leurs notre votre ils elles lors depuis pendant alors ainsi aussi cependant toutefois plusieurs tous "
    "toutes chaque si comme quand ou lorsque puisque parce afin outre contre entre chez hier aujourdhui janvier "
    "fevrier mars avril mai juin juillet aout septembre octobre novembre decembre lundi mardi mercredi jeudi vendredi "
    "samedi dimanche "
    # Spanish
    "el los las una segun tribunal casa ministerio estado estados consejo banco partido gobierno y pero con por para "
    "sus su al del lo ademas tambien cuando donde como si aunque mientras durante desde hasta sin entre contra segun "
    "este esta estos estas ese esa esos esas aquel otro otra todos todas ayer hoy pero sino porque enero febrero "
    "marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes miercoles jueves viernes "
    "sabado domingo "
    # Italian and Portuguese
    "lo gli uno secondo corte governo os as um uma segundo gennaio febbraio aprile maggio giugno luglio settembre "
    "ottobre dicembre janeiro fevereiro marco maio junho julho setembro outubro dezembro "
).split())
