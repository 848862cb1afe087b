"""A short piece of news in many languages, with the sentences that credit it, and lines of own pages."""

from __future__ import annotations

from dataclasses import dataclass

from tests.evidence.builders import ORIGINAL


@dataclass(frozen=True, slots=True)
class Sample:
    """What pages of one language say."""

    language: str
    title: str
    text: tuple[str, str]
    """Two paragraphs of running text."""
    credit: str
    """A sentence that credits the outlet; `{link}` stands for the link with its name."""
    outlet: str
    label: str
    """The label before a source."""
    own: tuple[str, ...]
    """Lines of a site's own pages."""

    @property
    def link(self) -> str:
        """The link with the outlet's name."""
        return f'<a href="{ORIGINAL}">{self.outlet}</a>'


SAMPLES = (
    Sample(
        "en",
        "A bridge over the river",
        (
            "The town has built a wooden bridge over the river so that children can walk to school without a detour.",
            "It took four months and cost less than planned, the mayor said at the opening on Friday afternoon.",
        ),
        "This article was originally published by {link} and is republished here with permission.",
        "Harbour Ledger",
        "Source",
        (
            "First published: March 3, 2024",
            "You may republish our articles online or in print if you credit us and link to this page.",
            "According to Reuters, the town had asked for help from the region.",
        ),
    ),
    Sample(
        "de",
        "Eine Brücke über den Fluss",
        (
            "Die Stadt hat eine Holzbrücke über den Fluss gebaut, damit die Kinder ohne Umweg zur Schule gehen können.",
            "Der Bau dauerte vier Monate und kostete weniger als geplant, sagte die Bürgermeisterin bei der Eröffnung.",
        ),
        "Dieser Artikel erschien zuerst bei {link} und wird hier mit freundlicher Genehmigung veröffentlicht.",
        "Hafenbote",
        "Quelle",
        (
            "Zuerst veröffentlicht am 3. März 2024",
            "Unsere Texte dürfen mit Nennung der Quelle nachgedruckt werden.",
            "Laut Reuters hatte die Stadt das Land um Hilfe gebeten.",
        ),
    ),
    Sample(
        "fr",
        "Un pont sur la rivière",
        (
            "La ville a construit un pont de bois sur la rivière pour que les enfants aillent à l'école sans détour.",
            "Les travaux ont duré quatre mois et coûté moins que prévu, a dit la maire lors de l'ouverture vendredi.",
        ),
        "Cet article a été publié initialement par {link} et est reproduit ici avec son autorisation.",
        "Le Courrier du Port",
        "Source",
        (
            "Publié pour la première fois le 3 mars 2024",
            "Toute reproduction est interdite sans notre autorisation écrite.",
            "Selon Reuters, la ville avait demandé l'aide de la région.",
        ),
    ),
    Sample(
        "es",
        "Un puente sobre el río",
        (
            "La ciudad ha construido un puente de madera sobre el río para que los niños vayan a la escuela a pie.",
            "La obra duró cuatro meses y costó menos de lo previsto, dijo la alcaldesa en la apertura del viernes.",
        ),
        "Este artículo fue publicado originalmente en {link} y se reproduce aquí con su permiso.",
        "El Correo del Puerto",
        "Fuente",
        (
            "Publicado por primera vez el 3 de marzo de 2024",
            "Prohibida la reproducción total o parcial sin autorización.",
            "Según Reuters, la ciudad había pedido ayuda a la región.",
        ),
    ),
    Sample(
        "it",
        "Un ponte sul fiume",
        (
            "La città ha costruito un ponte di legno sul fiume perché i bambini vadano a scuola senza fare un giro.",
            "I lavori sono durati quattro mesi e sono costati meno del previsto, ha detto la sindaca all'apertura.",
        ),
        "Questo articolo è stato pubblicato originariamente su {link} e viene ripubblicato con il suo permesso.",
        "Corriere del Porto",
        "Fonte",
        (
            "Pubblicato per la prima volta il 3 marzo 2024",
            "Riproduzione riservata",
            "Secondo Reuters, la città aveva chiesto aiuto alla regione.",
        ),
    ),
    Sample(
        "pt",
        "Uma ponte sobre o rio",
        (
            "A cidade construiu uma ponte de madeira sobre o rio para que as crianças possam ir à escola sem desvio.",
            "A obra durou quatro meses e custou menos do que o previsto, disse a prefeita na abertura de sexta-feira.",
        ),
        "Este artigo foi publicado originalmente em {link} e é republicado aqui com autorização.",
        "Diário do Porto",
        "Fonte",
        (
            "Publicado pela primeira vez em 3 de março de 2024",
            "É proibida a reprodução sem autorização.",
            "Segundo a Reuters, a cidade tinha pedido ajuda à região.",
        ),
    ),
    Sample(
        "nl",
        "Een brug over de rivier",
        (
            "De stad heeft een houten brug over de rivier gebouwd, zodat kinderen te voet naar school kunnen gaan.",
            "Het werk duurde vier maanden en kostte minder dan gepland, zei de burgemeester bij de opening op vrijdag.",
        ),
        "Dit artikel is eerder gepubliceerd op {link} en wordt hier met toestemming overgenomen.",
        "De Havenbode",
        "Bron",
        (
            "Voor het eerst gepubliceerd op 3 maart 2024",
            "Overname van artikelen is alleen toegestaan na schriftelijke toestemming.",
            "Volgens Reuters had de stad het gewest om hulp gevraagd.",
        ),
    ),
    Sample(
        "pl",
        "Most nad rzeką",
        (
            "Miasto zbudowało drewniany most nad rzeką, żeby dzieci mogły chodzić do szkoły bez nadkładania drogi.",
            "Budowa trwała cztery miesiące i kosztowała mniej, niż planowano, powiedziała burmistrzyni na otwarciu.",
        ),
        "Artykuł ukazał się pierwotnie na łamach {link}. Przedruk za zgodą redakcji.",
        "Kuriera Portowego",
        "Źródło",
        (
            "Opublikowano po raz pierwszy 3 marca 2024",
            "Kopiowanie tekstów bez zgody redakcji jest zabronione.",
            "Według Reutersa miasto prosiło region o pomoc.",
        ),
    ),
    Sample(
        "cs",
        "Most přes řeku",
        (
            "Město postavilo přes řeku dřevěný most, aby děti mohly chodit do školy bez zbytečné oklikou vedené cesty.",
            "Stavba trvala čtyři měsíce a stála méně, než se čekalo, řekla starostka při páteční odpolední slavnosti.",
        ),
        "Tento článek původně vyšel na {link} a zde je zveřejněn se souhlasem redakce.",
        "Přístavním listu",
        "Zdroj",
        (
            "Poprvé zveřejněno 3. března 2024",
            "Přebírání článků bez souhlasu redakce je zakázáno.",
            "Podle agentury Reuters město žádalo kraj o pomoc.",
        ),
    ),
    Sample(
        "ru",
        "Мост через реку",
        (
            "Город построил деревянный мост через реку, чтобы дети могли ходить в школу без обходного пути.",
            "Работы заняли четыре месяца и обошлись дешевле, чем ожидалось, сказала мэр на открытии в пятницу.",
        ),
        "Эта статья впервые опубликована на сайте {link} и публикуется с разрешения редакции.",
        "Портовый листок",
        "Источник",
        (
            "Впервые опубликовано 3 марта 2024 года",
            "Перепечатка материалов без согласия редакции запрещена.",
            "По данным Reuters, город просил регион о помощи.",
        ),
    ),
    Sample(
        "uk",
        "Міст через річку",
        (
            "Місто збудувало дерев'яний міст через річку, щоб діти могли ходити до школи без зайвого обходу.",
            "Роботи тривали чотири місяці й коштували менше, ніж планували, сказала міська голова на відкритті.",
        ),
        "Цю статтю вперше опубліковано на {link}, передруковано з дозволу редакції.",
        "Портовий листок",
        "Джерело",
        (
            "Вперше опубліковано 3 березня 2024 року",
            "Передрук матеріалів без згоди редакції заборонено.",
            "За даними Reuters, місто просило область про допомогу.",
        ),
    ),
    Sample(
        "tr",
        "Nehrin üzerine bir köprü",
        (
            "Belediye, çocukların okula dolaşmadan yürüyebilmesi için nehrin üzerine ahşap bir köprü yaptırdı.",
            "Başkan cuma günkü açılışta işin dört ay sürdüğünü ve beklenenden daha ucuza tamamlandığını söyledi.",
        ),
        "Bu yazı ilk olarak {link} sitesinde yayımlanmıştır ve izin alınarak burada yayınlanmaktadır.",
        "Liman Postası",
        "Kaynak",
        (
            "İlk yayın tarihi: 3 Mart 2024",
            "Kaynak gösterilmeden alıntı yapılamaz.",
            "Reuters'a göre belediye bölgeden yardım istemişti.",
        ),
    ),
    Sample(
        "ar",
        "جسر فوق النهر",
        (
            "بنت المدينة جسرا خشبيا فوق النهر حتى يتمكن الأطفال من الذهاب إلى المدرسة سيرا على الأقدام.",
            "استغرق العمل أربعة أشهر وكلف أقل مما كان متوقعا كما قالت رئيسة البلدية في حفل الافتتاح يوم الجمعة.",
        ),
        "نشر هذا المقال أولا في {link} ويعاد نشره هنا بإذن من الناشر.",
        "بريد الميناء",
        "المصدر",
        (
            "تاريخ النشر: 3 مارس 2024",
            "جميع الحقوق محفوظة ولا يجوز النقل دون إذن.",
            "وفقا لرويترز طلبت المدينة المساعدة من الإقليم.",
        ),
    ),
    Sample(
        "fa",
        "پلی روی رودخانه",
        (
            "شهر یک پل چوبی روی رودخانه ساخته است تا کودکان بتوانند بدون دور زدن پیاده به مدرسه بروند.",
            "به گفته شهردار در مراسم افتتاح روز جمعه این کار چهار ماه طول کشید و کمتر از حد انتظار هزینه داشت.",
        ),
        "این مطلب نخستین بار در {link} منتشر شده و با اجازه در اینجا بازنشر می‌شود.",
        "پیک بندر",
        "منبع",
        (
            "تاریخ انتشار: ۱۳ اسفند ۱۴۰۲",
            "نقل مطالب با ذکر منبع بلامانع است.",
            "به نقل از رویترز شهر از استان کمک خواسته بود.",
        ),
    ),
    Sample(
        "he",
        "גשר מעל הנהר",
        (
            "העירייה בנתה גשר עץ מעל הנהר כדי שהילדים יוכלו ללכת לבית הספר ברגל בלי לעשות סיבוב ארוך.",
            "העבודות נמשכו ארבעה חודשים ועלו פחות מהמתוכנן, אמרה ראשת העיר בטקס הפתיחה ביום שישי בצהריים.",
        ),
        "המאמר פורסם לראשונה באתר {link} ומתפרסם כאן באישור.",
        "דואר הנמל",
        "מקור",
        (
            "פורסם לראשונה ב-3 במרץ 2024",
            "אין להעתיק תכנים ללא אישור בכתב.",
            "לפי רויטרס ביקשה העירייה עזרה מהמחוז.",
        ),
    ),
    Sample(
        "hi",
        "नदी पर एक पुल",
        (
            "नगर ने नदी पर लकड़ी का एक पुल बनाया है ताकि बच्चे बिना लंबा चक्कर लगाए पैदल स्कूल जा सकें।",
            "महापौर ने शुक्रवार को उद्घाटन के समय कहा कि काम चार महीने चला और खर्च अनुमान से कम आया।",
        ),
        "यह लेख मूल रूप से {link} पर प्रकाशित हुआ था और अनुमति से यहां पुनः प्रकाशित किया गया है।",
        "बंदरगाह समाचार",
        "स्रोत",
        (
            "पहली बार प्रकाशित: 3 मार्च 2024",
            "सर्वाधिकार सुरक्षित। बिना अनुमति के प्रकाशन वर्जित है।",
            "रॉयटर्स के अनुसार नगर ने राज्य से मदद मांगी थी।",
        ),
    ),
    Sample(
        "id",
        "Jembatan di atas sungai",
        (
            "Kota itu membangun jembatan kayu di atas sungai agar anak-anak dapat berjalan ke sekolah tanpa memutar.",
            "Pekerjaan berlangsung empat bulan dan lebih murah dari rencana, kata wali kota saat peresmian hari Jumat.",
        ),
        "Artikel ini pertama kali diterbitkan di {link} dan diterbitkan ulang di sini dengan izin.",
        "Warta Pelabuhan",
        "Sumber",
        (
            "Pertama kali diterbitkan: 3 Maret 2024",
            "Dilarang mengutip tanpa menyebut sumber.",
            "Menurut Reuters, kota itu telah meminta bantuan provinsi.",
        ),
    ),
    Sample(
        "vi",
        "Cây cầu qua sông",
        (
            "Thành phố đã xây một cây cầu gỗ qua sông để trẻ em có thể đi bộ đến trường mà không phải đi đường vòng.",
            "Công việc kéo dài bốn tháng và tốn ít hơn dự kiến, thị trưởng cho biết tại lễ khánh thành hôm thứ Sáu.",
        ),
        "Bài viết này được đăng lần đầu trên {link} và được đăng lại với sự cho phép của tác giả.",
        "Báo Bến Cảng",
        "Nguồn",
        (
            "Đăng lần đầu ngày 3 tháng 3 năm 2024",
            "Cấm sao chép dưới mọi hình thức nếu không có sự chấp thuận bằng văn bản.",
            "Theo Reuters, thành phố đã xin tỉnh giúp đỡ.",
        ),
    ),
    Sample(
        "th",
        "สะพานข้ามแม่น้ำ",
        (
            "เมืองได้สร้างสะพานไม้ข้ามแม่น้ำเพื่อให้เด็กๆ เดินไปโรงเรียนได้โดยไม่ต้องอ้อมไกล",
            "งานใช้เวลาสี่เดือนและใช้เงินน้อยกว่าที่วางแผนไว้ นายกเทศมนตรีกล่าวในพิธีเปิดเมื่อวันศุกร์",
        ),
        "บทความนี้เผยแพร่ครั้งแรกที่ {link} และนำมาเผยแพร่ซ้ำโดยได้รับอนุญาต",
        "ข่าวท่าเรือ",
        "ที่มา",
        (
            "เผยแพร่ครั้งแรกเมื่อ 3 มีนาคม 2567",
            "สงวนลิขสิทธิ์ ห้ามคัดลอกโดยไม่ได้รับอนุญาต",
            "ตามรายงานของรอยเตอร์ เมืองได้ขอความช่วยเหลือจากจังหวัด",
        ),
    ),
    Sample(
        "ja",
        "川に架かる橋",
        (
            "町は子どもたちが遠回りをせずに歩いて学校へ通えるように、川に木の橋を架けた。",
            "工事は四か月かかり、費用は予定より少なかったと、町長は金曜日の開通式で述べた。",
        ),
        "この記事は{link}からの転載です。",
        "港日報",
        "ニュースソース",
        (
            "初回公開日：2024年3月3日",
            "無断転載を禁じます。",
            "ロイターによると、町は県に支援を求めていた。",
        ),
    ),
    Sample(
        "ko",
        "강 위의 다리",
        (
            "시는 아이들이 멀리 돌아가지 않고 걸어서 학교에 갈 수 있도록 강 위에 나무 다리를 놓았다.",
            "공사는 넉 달이 걸렸고 비용은 예상보다 적게 들었다고 시장이 금요일 개통식에서 말했다.",
        ),
        "이 글은 {link}에 처음 게재된 글을 허락을 받아 전재한 것입니다.",
        "항구일보",
        "출처",
        (
            "최초 작성일: 2024년 3월 3일",
            "무단 전재 및 재배포 금지",
            "로이터에 따르면 시는 도에 도움을 요청했다.",
        ),
    ),
    Sample(
        "zh-Hans",
        "河上的一座桥",
        (
            "为了让孩子们不用绕远路就能步行上学，市里在河上修建了一座木桥，并在周五下午正式开放。",
            "市长在开放仪式上表示，工程历时四个月，花费低于预算，居民们对新桥的外观也十分满意。",
        ),
        "本文转载自{link}，版权归原作者所有。",
        "港口日报",
        "来源",
        (
            "首次发布：2024年3月3日",
            "本站原创文章，转载请注明出处。",
            "据路透社报道，该市曾向省里请求帮助。",
        ),
    ),
    Sample(
        "zh-Hant",
        "河上的一座橋",
        (
            "為了讓孩子們不用繞遠路就能步行上學，市府在河上修建了一座木橋，並在週五下午正式開放。",
            "市長在開放儀式上表示，工程歷時四個月，花費低於預算，居民們對新橋的外觀也十分滿意。",
        ),
        "本文轉載自{link}，版權歸原作者所有。",
        "港口日報",
        "來源",
        (
            "首次發布：2024年3月3日",
            "本站原創文章，轉載請註明出處。",
            "據路透社報導，該市曾向省府請求協助。",
        ),
    ),
    Sample(
        "sv",
        "En bro över ån",
        (
            "Staden har byggt en träbro över ån så att barnen kan gå till skolan utan att behöva ta en lång omväg.",
            "Arbetet tog fyra månader och kostade mindre än planerat, sade borgmästaren vid invigningen i fredags.",
        ),
        "Artikeln publicerades ursprungligen i {link} och återpubliceras här med tillstånd.",
        "Hamnposten",
        "Källa",
        (
            "Först publicerad den 3 mars 2024",
            "Eftertryck förbjudes.",
            "Enligt Reuters hade staden bett regionen om hjälp.",
        ),
    ),
    Sample(
        "da",
        "En bro over åen",
        (
            "Byen har bygget en træbro over åen, så børnene kan gå til skole uden at skulle tage en lang omvej.",
            "Arbejdet tog fire måneder og kostede mindre end planlagt, sagde borgmesteren ved åbningen i fredags.",
        ),
        "Denne artikel blev oprindeligt bragt i {link} og genudgives her med tilladelse.",
        "Havneposten",
        "Kilde",
        (
            "Første gang udgivet den 3. marts 2024",
            "Eftertryk er ikke tilladt uden skriftlig aftale.",
            "Ifølge Reuters havde byen bedt regionen om hjælp.",
        ),
    ),
    Sample(
        "nb",
        "En bro over elva",
        (
            "Byen har bygget en trebro over elva slik at barna kan gå til skolen uten å måtte ta en lang omvei.",
            "Arbeidet tok fire måneder og kostet mindre enn planlagt, sa ordføreren ved åpningen på fredag.",
        ),
        "Denne artikkelen ble opprinnelig publisert i {link} og gjengis her med tillatelse.",
        "Havneposten",
        "Kilde",
        (
            "Først publisert 3. mars 2024",
            "Ettertrykk forbudt uten avtale.",
            "Ifølge Reuters hadde byen bedt fylket om hjelp.",
        ),
    ),
    Sample(
        "fi",
        "Silta joen yli",
        (
            "Kaupunki on rakentanut joen yli puusillan, jotta lapset voivat kävellä kouluun ilman pitkää kiertotietä.",
            "Työ kesti neljä kuukautta ja maksoi odotettua vähemmän, sanoi pormestari perjantain avajaisissa.",
        ),
        "Artikkeli on julkaistu alun perin {link} -lehdessä ja julkaistaan tässä luvalla.",
        "Satamasanomat",
        "Lähde",
        (
            "Julkaistu ensimmäisen kerran 3.3.2024",
            "Kaikki oikeudet pidätetään.",
            "Reutersin mukaan kaupunki oli pyytänyt maakunnalta apua.",
        ),
    ),
    Sample(
        "hu",
        "Híd a folyó fölött",
        (
            "A város fahidat épített a folyó fölé, hogy a gyerekek kerülő nélkül tudjanak gyalog iskolába járni.",
            "A munka négy hónapig tartott, és kevesebbe került a tervezettnél, mondta a polgármester az átadáson.",
        ),
        "Ez a cikk eredetileg a {link} oldalán jelent meg, az újraközlés a szerző engedélyével történik.",
        "Kikötői Hírlap",
        "Forrás",
        (
            "Első megjelenés: 2024. március 3.",
            "Minden jog fenntartva.",
            "A Reuters szerint a város segítséget kért a megyétől.",
        ),
    ),
    Sample(
        "ro",
        "Un pod peste râu",
        (
            "Orașul a construit un pod de lemn peste râu pentru ca elevii să poată merge la școală fără ocol.",
            "Lucrările au durat patru luni și au costat mai puțin decât se aștepta, a spus primărița la deschidere.",
        ),
        "Acest articol a fost publicat inițial pe {link} și este republicat aici cu permisiune.",
        "Curierul Portului",
        "Sursa",
        (
            "Publicat prima dată pe 3 martie 2024",
            "Reproducerea fără acordul redacției este interzisă.",
            "Potrivit Reuters, orașul ceruse ajutorul județului.",
        ),
    ),
    Sample(
        "el",
        "Μια γέφυρα πάνω από το ποτάμι",
        (
            "Ο δήμος έχτισε μια ξύλινη γέφυρα πάνω από το ποτάμι ώστε τα παιδιά να πηγαίνουν στο σχολείο με τα πόδια.",
            "Το έργο κράτησε τέσσερις μήνες και κόστισε λιγότερο από όσο αναμενόταν, είπε η δήμαρχος στα εγκαίνια.",
        ),
        "Αυτό το άρθρο δημοσιεύτηκε αρχικά στο {link} και αναδημοσιεύεται εδώ με άδεια.",
        "Ταχυδρόμος του Λιμανιού",
        "Πηγή",
        (
            "Πρώτη δημοσίευση: 3 Μαρτίου 2024",
            "Απαγορεύεται η αναδημοσίευση χωρίς γραπτή άδεια.",
            "Σύμφωνα με το Reuters, ο δήμος είχε ζητήσει βοήθεια.",
        ),
    ),
)
