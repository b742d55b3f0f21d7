<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk_UA" sourcelanguage="en">
<context>
    <name>FrontlineChange</name>
    <message>
        <location filename="../core/depth/reach.py"/>
        <source>The reference line never meets the theatre: no ground within DISTANCE beyond it lies inside. Are both the right layers?</source>
        <translation>Опорна лінія ніде не перетинає театр: у межах DISTANCE за нею немає території всередині нього. Чи обидва шари правильні?</translation>
    </message>
    <message>
        <location filename="../core/depth/transect_statistics.py"/>
        <source>A movement needs maps of at least {needed} dates, and a regression of {fit}; there is only {count}.</source>
        <translation>Для руху потрібні карти принаймні {needed} дат, а для регресії — {fit}; є лише {count}.</translation>
    </message>
    <message>
        <location filename="../core/depth/transect_statistics.py"/>
        <source>The dates of the maps must differ and be in time order.</source>
        <translation>Дати карт мають бути різними та йти в часовому порядку.</translation>
    </message>
    <message>
        <location filename="../core/depth/transects.py"/>
        <source>The first map has no front: no edge of its held area lies inside the theatre and off its edge. Is the theatre the right layer?</source>
        <translation>На першій карті немає фронту: жоден край контрольованої території не лежить усередині театру осторонь його межі. Чи правильний це шар театру?</translation>
    </message>
    <message>
        <location filename="../core/depth/transects.py"/>
        <source>The spacing of {spacing} m is larger than the line: its longest part has {length} m. Choose a smaller SPACING.</source>
        <translation>Крок {spacing} м більший за лінію: її найдовша частина має {length} м. Виберіть менший SPACING.</translation>
    </message>
    <message>
        <location filename="../core/errors.py"/>
        <source>{name} is {number}. It must be a finite number.</source>
        <translation>{name} дорівнює {number}. Це має бути скінченне число.</translation>
    </message>
    <message>
        <location filename="../core/errors.py"/>
        <source>The change from {before} to {after} does not add up: {found_km2} km² instead of {expected_km2} km², with either method. Repair the two maps and the sectors (“Fix geometries”), or leave one of the maps out.</source>
        <translation>Зміна від «{before}» до «{after}» не сходиться: {found_km2} км² замість {expected_km2} км², хоч яким способом обчислювати. Виправте обидві карти й сектори («Виправити геометрію») або вилучіть одну з карт.</translation>
    </message>
    <message>
        <location filename="../core/geometry/antipode.py"/>
        <source>Layer “{layer}”: feature {feature} reaches to the other side of the Earth, near {lat}° north, {lon}° east. It cannot be measured together with the rest: cut it to the land around the maps, or leave it out.</source>
        <translation>Шар «{layer}»: об’єкт {feature} сягає іншого боку Землі, біля {lat}° північної широти, {lon}° східної довготи. Його не можна виміряти разом з рештою: обріжте його до суходолу навколо карт або вилучіть.</translation>
    </message>
    <message>
        <location filename="../core/geometry/first_valid.py"/>
        <source>GEOS stopped: {error}.</source>
        <translation>GEOS зупинилася: {error}.</translation>
    </message>
    <message>
        <location filename="../core/geometry/first_valid.py"/>
        <source>{fault} No method gives a right result here, so there is none. Please report this with your data and the version of GEOS ({version}).</source>
        <translation>{fault} Жоден спосіб не дає тут правильного результату, тому його немає. Повідомте про це, додавши дані та версію GEOS ({version}).</translation>
    </message>
    <message>
        <location filename="../core/geometry/gaps.py"/>
        <source>The polygons without their gaps are invalid.</source>
        <translation>Полігони без щілин некоректні.</translation>
    </message>
    <message>
        <location filename="../core/geometry/gaps.py"/>
        <source>Ground was lost while gaps were closed.</source>
        <translation>Під час закриття щілин утрачено площу.</translation>
    </message>
    <message>
        <location filename="../core/geometry/geodesy.py"/>
        <source>Layer “{layer}” has coordinates that are not finite numbers. Repair or delete those features.</source>
        <translation>Шар «{layer}» має координати, що не є скінченними числами. Виправте або видаліть ці об’єкти.</translation>
    </message>
    <message>
        <location filename="../core/geometry/geodesy.py"/>
        <source>The coordinate system of layer “{layer}” cannot be used ({error}). Set the right CRS for it.</source>
        <translation>Систему координат шару «{layer}» не можна використати ({error}). Задайте для нього правильну систему координат.</translation>
    </message>
    <message>
        <location filename="../core/geometry/geodesy.py"/>
        <source>Layer “{layer}” has coordinates that are nowhere on Earth in its CRS. The CRS is probably set wrongly: check it in the layer's properties.</source>
        <translation>Шар «{layer}» має координати, яких у його системі координат немає на Землі. Імовірно, систему координат задано неправильно: перевірте її у властивостях шару.</translation>
    </message>
    <message>
        <location filename="../core/geometry/partition.py"/>
        <source>{count} polygons are not cut right by sectors.</source>
        <translation>Полігони ({count}) розділено секторами неправильно.</translation>
    </message>
    <message>
        <location filename="../core/geometry/partition.py"/>
        <source>Ground cannot be cut by the {count} sectors: a part of it comes out in the wrong sector, by either method. Repair the maps and the sectors (“Fix geometries”).</source>
        <translation>Територію не вдається розділити між секторами ({count}): обома способами частина її потрапляє не до свого сектора. Виправте карти й сектори («Виправити геометрію»).</translation>
    </message>
    <message>
        <location filename="../core/geometry/partition.py"/>
        <source>Layer “{layer}”: no polygon has an area. Choose a layer of polygons that have one.</source>
        <translation>Шар «{layer}»: жоден полігон не має площі. Виберіть шар із полігонами, що мають площу.</translation>
    </message>
    <message>
        <location filename="../core/geometry/planar_partition.py"/>
        <source>The ground divided among {count} points has an invalid part.</source>
        <translation>Територія, поділена між точками ({count}), має частину з недійсною геометрією.</translation>
    </message>
    <message>
        <location filename="../core/geometry/planar_partition.py"/>
        <source>The ground divided among {count} points has parts of {sum} km² in all instead of {area} km².</source>
        <translation>Частини території, поділеної між точками ({count}), мають разом {sum} км² замість {area} км².</translation>
    </message>
    <message>
        <location filename="../core/geometry/planar_partition.py"/>
        <source>The ground divided among {count} points has a part with ground that is nearer to the point of another.</source>
        <translation>Територія, поділена між точками ({count}), має частину, що лежить ближче до чужої точки.</translation>
    </message>
    <message>
        <location filename="../core/geometry/polygons.py"/>
        <source>Layer “{layer}”: feature {feature} has an edge that spans 180° of longitude or more and that crosses or touches the feature’s other edges ({reason}). Where the feature crosses the meridian of 180°, split it there, or continue its longitudes (181 in place of -179).</source>
        <translation>Шар «{layer}»: об’єкт {feature} має ребро на 180° довготи або більше, яке перетинає інші ребра об’єкта чи торкається їх ({reason}). Якщо об’єкт перетинає меридіан 180°, розділіть його там або продовжте довготи (181 замість -179).</translation>
    </message>
    <message>
        <location filename="../core/geometry/polygons.py"/>
        <source>The union of {count} polygons is invalid.</source>
        <translation>Об’єднання полігонів ({count}) має недійсну геометрію.</translation>
    </message>
    <message>
        <location filename="../core/geometry/polygons.py"/>
        <source>The union of {count} polygons has {area} km² instead of {sum} km².</source>
        <translation>Об’єднання полігонів ({count}) має {area} км² замість {sum} км².</translation>
    </message>
    <message>
        <location filename="../core/geometry/voronoi.py"/>
        <source>The Voronoi diagram of {count} points has {edges} edges; no more than {most} are possible.</source>
        <translation>Діаграма Вороного для точок ({count}) має {edges} ребер; можливо не більше {most}.</translation>
    </message>
    <message>
        <location filename="../core/geometry/wide_edges.py"/>
        <source>Layer “{layer}”: feature {feature} has an edge that spans {span}° of longitude, so its side is not defined in this CRS. Give the edge more vertices, or draw the feature in longitude and latitude (EPSG:4326).</source>
        <translation>Шар «{layer}»: об’єкт {feature} має ребро на {span}° довготи, тож у цій системі координат не визначено, з якого боку воно йде. Додайте на ребрі вершин або накресліть об’єкт у довготі й широті (EPSG:4326).</translation>
    </message>
    <message>
        <location filename="../core/maps/clean.py"/>
        <source>“{layer}”: its polygons go all round the Earth, and together they have no outline in degrees. Cut them to the land that is fought over.</source>
        <translation>«{layer}»: полігони оперізують усю Землю, і разом вони не мають контуру в градусах. Обріжте їх до суходолу, за який ідуть бої.</translation>
    </message>
    <message>
        <location filename="../core/maps/dated_lines.py"/>
        <source>Layer “{layer}” holds lines of {count} dates, from {first} to {last}. Say which one to use with {parameter}.</source>
        <translation>Шар «{layer}» містить лінії за {count} дат, від {first} до {last}. Укажіть потрібну дату в {parameter}.</translation>
    </message>
    <message>
        <location filename="../core/maps/dated_lines.py"/>
        <source>Layer “{layer}” has no lines of {date} or before: they run from {first} to {last}. Give a date within that time.</source>
        <translation>Шар «{layer}» не має ліній на {date} або раніше: вони охоплюють час від {first} до {last}. Укажіть дату в цих межах.</translation>
    </message>
    <message>
        <location filename="../core/maps/dates.py"/>
        <source>“{name}” holds more than one date ({dates}). Give the date, or a pattern that points to it.</source>
        <translation>«{name}» містить більше ніж одну дату ({dates}). Укажіть дату або шаблон, що на неї вказує.</translation>
    </message>
    <message>
        <location filename="../core/maps/dates.py"/>
        <source>“{text}” is ambiguous: it may mean {readings}. Give the date as YYYY-MM-DD, or a pattern for it.</source>
        <translation>«{text}» можна прочитати по-різному: {readings}. Укажіть дату як РРРР-ММ-ДД або задайте для неї шаблон.</translation>
    </message>
    <message>
        <location filename="../core/maps/dates.py"/>
        <source>The year of “{text}” has two digits and would be {year}, which is in the future; it is not guessed. Give the date as YYYY-MM-DD.</source>
        <translation>Рік у «{text}» має дві цифри й означав би {year}, тобто майбутнє; він не вгадується. Вкажіть дату як РРРР-ММ-ДД.</translation>
    </message>
    <message>
        <location filename="../core/maps/dates.py"/>
        <source>“{value}” is not a date that can be read, or no day of the calendar. Give it as YYYY-MM-DD, with a year from 0001 to 9999.</source>
        <translation>«{value}» — не дата, яку можна прочитати, або такого дня немає в календарі. Укажіть її як РРРР-ММ-ДД, з роком від 0001 до 9999.</translation>
    </message>
    <message>
        <location filename="../core/maps/dates.py"/>
        <source>The date in “{text}” is misspelt; it is not guessed. Give the date as YYYY-MM-DD.</source>
        <translation>Дату в «{text}» написано з помилкою; вона не вгадується. Укажіть дату як РРРР-ММ-ДД.</translation>
    </message>
    <message>
        <location filename="../core/maps/dates.py"/>
        <source>The date pattern “{pattern}” must give a day, a month and a year.</source>
        <translation>Шаблон дати «{pattern}» має містити день, місяць і рік.</translation>
    </message>
    <message>
        <location filename="../core/maps/dates.py"/>
        <source>The date pattern “{pattern}” has {directive}; known are {known}.</source>
        <translation>Шаблон дати «{pattern}» містить {directive}; відомі: {known}.</translation>
    </message>
    <message>
        <location filename="../core/maps/dates.py"/>
        <source>The date pattern “{pattern}” is no valid regular expression: {reason}.</source>
        <translation>Шаблон дати «{pattern}» не є правильним регулярним виразом: {reason}.</translation>
    </message>
    <message>
        <location filename="../core/maps/geojson.py"/>
        <source>“{file}” is nested too deeply to be a map. Choose a GeoJSON file.</source>
        <translation>«{file}» має надто глибоку вкладеність, щоб бути картою. Виберіть файл GeoJSON.</translation>
    </message>
    <message>
        <location filename="../core/maps/geojson.py"/>
        <source>“{file}” cannot be opened: {reason}. Check the path and your rights.</source>
        <translation>«{file}» не вдається відкрити: {reason}. Перевірте шлях і права доступу.</translation>
    </message>
    <message>
        <location filename="../core/maps/geojson.py"/>
        <location filename="../processing/inputs/dropped_files.py"/>
        <source>“{file}” is empty. Download or export it again.</source>
        <translation>Файл «{file}» порожній. Завантажте або експортуйте його ще раз.</translation>
    </message>
    <message>
        <location filename="../core/maps/geojson.py"/>
        <source>“{file}” is not text in UTF-8 (byte {byte}). Save it as GeoJSON in UTF-8 and try again.</source>
        <translation>«{file}» не є текстом у UTF-8 (байт {byte}). Збережіть його як GeoJSON у UTF-8 і спробуйте ще раз.</translation>
    </message>
    <message>
        <location filename="../core/maps/geojson.py"/>
        <source>“{file}” ends in the middle; the download was probably cut off. Download or export it again.</source>
        <translation>Файл «{file}» обривається посередині; мабуть, завантаження перервалося. Завантажте або експортуйте його ще раз.</translation>
    </message>
    <message>
        <location filename="../core/maps/geojson.py"/>
        <source>“{file}” is not JSON (line {line}, column {column}: {reason}). Choose a GeoJSON file.</source>
        <translation>«{file}» не є JSON (рядок {line}, стовпець {column}: {reason}). Виберіть файл GeoJSON.</translation>
    </message>
    <message>
        <location filename="../core/maps/geojson.py"/>
        <source>“{file}” has an object with two different values for “{key}”, and only one can be right. Delete the other one, or export the file again.</source>
        <translation>«{file}» містить об’єкт із двома різними значеннями «{key}», а правильним може бути лише одне. Вилучіть друге або експортуйте файл ще раз.</translation>
    </message>
    <message>
        <location filename="../core/maps/geojson.py"/>
        <source>“{file}” has a number of thousands of digits, which cannot be read. Correct or delete it.</source>
        <translation>«{file}» містить число з тисяч цифр, яке неможливо прочитати. Виправте або вилучіть його.</translation>
    </message>
    <message>
        <location filename="../core/maps/geojson.py"/>
        <source>“{file}”: item {number} in its list of features is no feature. Repair or delete it.</source>
        <translation>«{file}»: елемент {number} у списку об’єктів не є об’єктом. Виправте або вилучіть його.</translation>
    </message>
    <message>
        <location filename="../core/maps/geojson.py"/>
        <source>“{file}” is JSON but not GeoJSON: it has no features. Choose a file with a map.</source>
        <translation>«{file}» — це JSON, але не GeoJSON: у ньому немає об’єктів. Виберіть файл із картою.</translation>
    </message>
    <message>
        <location filename="../core/maps/geojson.py"/>
        <source>“{file}”: feature {feature} has properties that are no object with names and values. Repair or delete it.</source>
        <translation>«{file}»: властивості об’єкта {feature} не є набором імен і значень. Виправте або вилучіть його.</translation>
    </message>
    <message>
        <location filename="../core/maps/geojson.py"/>
        <source>“{file}” names a coordinate system that is not known ({crs}). Load it in QGIS, set its coordinate system and use the layer.</source>
        <translation>«{file}» називає невідому систему координат ({crs}). Завантажте його в QGIS, задайте систему координат і використайте шар.</translation>
    </message>
    <message>
        <location filename="../core/maps/geojson.py"/>
        <source>“{file}”: feature {feature} has a geometry of no known type ({kind}). Repair or delete it.</source>
        <translation>«{file}»: об’єкт {feature} має геометрію невідомого типу ({kind}). Виправте або видаліть його.</translation>
    </message>
    <message>
        <location filename="../core/maps/geojson.py"/>
        <source>“{file}”: feature {feature} has no list of coordinates. Repair or delete it.</source>
        <translation>«{file}»: об’єкт {feature} не має списку координат. Виправте або видаліть його.</translation>
    </message>
    <message>
        <location filename="../core/maps/geojson.py"/>
        <source>“{file}”: feature {feature} has a line of one point. Repair or delete it.</source>
        <translation>«{file}»: об’єкт {feature} має лінію з однієї точки. Виправте або видаліть його.</translation>
    </message>
    <message>
        <location filename="../core/maps/geojson.py"/>
        <source>“{file}”: feature {feature} has coordinates that are not numbers. Repair or delete it.</source>
        <translation>«{file}»: об’єкт {feature} має координати, що не є числами. Виправте або видаліть його.</translation>
    </message>
    <message>
        <location filename="../core/maps/geojson.py"/>
        <source>“{file}”: feature {feature} has coordinates that are not pairs of numbers. Repair or delete it.</source>
        <translation>«{file}»: об’єкт {feature} має координати, що не є парами чисел. Виправте або видаліть його.</translation>
    </message>
    <message>
        <location filename="../core/maps/geojson.py"/>
        <source>“{file}”: feature {feature} has coordinates that are not finite. Repair or delete it.</source>
        <translation>«{file}»: об’єкт {feature} має нескінченні координати. Виправте або видаліть його.</translation>
    </message>
    <message>
        <location filename="../core/maps/own_results.py"/>
        <source>“{layer}” is no map but a result of an earlier measurement ({result}): it shows what changed, not what was held. Choose the map itself, or prepared snapshots. If it is a map of yours, rename its fields {fields}.</source>
        <translation>«{layer}» — не карта, а результат попереднього вимірювання ({result}): він показує, що змінилося, а не що було контрольоване. Виберіть саму карту або підготовлені знімки. Якщо це ваша карта, перейменуйте її поля {fields}.</translation>
    </message>
    <message>
        <location filename="../core/maps/own_results.py"/>
        <source>“{layer}” is no map but a result of an earlier measurement ({result}): it shows what changed, not what was held. Choose the map itself, or prepared snapshots.</source>
        <translation>«{layer}» — не карта, а результат попереднього вимірювання ({result}): він показує, що змінилося, а не що було контрольоване. Виберіть саму карту або підготовлені знімки.</translation>
    </message>
    <message>
        <location filename="../core/maps/periods.py"/>
        <source>A series needs maps of at least two dates; there is only {count}.</source>
        <translation>Для ряду потрібні карти принаймні двох дат; є лише {count}.</translation>
    </message>
    <message>
        <location filename="../core/maps/periods.py"/>
        <source>The instants of a series must be distinct and in time order.</source>
        <translation>Моменти ряду мають бути різними та йти в часовому порядку.</translation>
    </message>
    <message>
        <location filename="../core/maps/periods.py"/>
        <source>The periods reach beyond the years 0001 to 9999. Choose an OFFSET_DAYS nearer to 0, shorter periods, or PERIOD snapshot or all.</source>
        <translation>Періоди виходять за межі років від 0001 до 9999. Виберіть OFFSET_DAYS ближче до 0, коротші періоди або PERIOD snapshot чи all.</translation>
    </message>
    <message>
        <location filename="../core/maps/periods.py"/>
        <source>Periods of your own need their first days in STARTS, separated by commas.</source>
        <translation>Для власних періодів потрібні їхні перші дні в STARTS, через кому.</translation>
    </message>
    <message>
        <location filename="../core/maps/periods.py"/>
        <source>The day in STARTS ({day}) is not before the last map ({last}), so there is no period. Give an earlier day, or several.</source>
        <translation>День у STARTS ({day}) не передує останній карті ({last}), тож періоду немає. Укажіть раніший день або кілька днів.</translation>
    </message>
    <message>
        <location filename="../core/maps/readers/__init__.py"/>
        <source>“{layer}” looks like a map of several publishers: {publishers}. Say which one it is.</source>
        <translation>«{layer}» схожий на карту кількох видавців: {publishers}. Укажіть, чия вона.</translation>
    </message>
    <message>
        <location filename="../core/maps/readers/__init__.py"/>
        <source>{field_reason} {name_reason}</source>
        <translation>{field_reason} {name_reason}</translation>
    </message>
    <message>
        <location filename="../core/maps/readers/_reading.py"/>
        <source>No date is found in the name of “{layer}”. Give the date, a date field (there are: {fields}) or a pattern for the name.</source>
        <translation>У назві «{layer}» не знайдено дати. Укажіть дату, поле дати (наявні: {fields}) або шаблон назви.</translation>
    </message>
    <message>
        <location filename="../core/maps/readers/_reading.py"/>
        <source>The date of “{layer}” cannot be read from its name. {reason}</source>
        <translation>Дату «{layer}» не вдається прочитати з назви. {reason}</translation>
    </message>
    <message>
        <location filename="../core/maps/readers/_reading.py"/>
        <source>“{layer}” has no features. Choose a layer or file with polygons.</source>
        <translation>«{layer}» не має об’єктів. Виберіть шар або файл із полігонами.</translation>
    </message>
    <message>
        <location filename="../core/maps/readers/_reading.py"/>
        <location filename="../processing/inputs/dropped_files.py"/>
        <source>“{layer}” has {count} features, none of them a polygon. Choose a layer or file with the polygons of the held area.</source>
        <translation>«{layer}» має об’єктів: {count}, і жоден не є полігоном. Виберіть шар або файл із полігонами контрольованої території.</translation>
    </message>
    <message>
        <location filename="../core/maps/readers/_reading.py"/>
        <source>“{layer}” mixes {polygons} polygons with {points} points and {lines} lines. Choose a layer of polygons only; from front lines make the held area first.</source>
        <translation>«{layer}» містить разом полігони ({polygons}), точки ({points}) та лінії ({lines}). Виберіть шар лише з полігонами; з ліній фронту спершу створіть контрольовану територію.</translation>
    </message>
    <message>
        <location filename="../core/maps/readers/_reading.py"/>
        <source>“{layer}”: feature {feature} has no date in its field “{field}”. Correct or delete it.</source>
        <translation>«{layer}»: об’єкт {feature} не має дати в полі «{field}». Виправте або видаліть його.</translation>
    </message>
    <message>
        <location filename="../core/maps/readers/_reading.py"/>
        <location filename="../processing/inputs/dated_lines.py"/>
        <source>“{layer}”: the date of feature {feature} cannot be read from its field “{field}”. {reason}</source>
        <translation>«{layer}»: дату об’єкта {feature} не вдається прочитати з поля «{field}». {reason}</translation>
    </message>
    <message>
        <location filename="../core/maps/readers/_reading.py"/>
        <source>“{layer}” has several fields that may hold its dates: {fields}. Choose one as the date field.</source>
        <translation>«{layer}» має кілька полів, у яких можуть бути дати: {fields}. Виберіть одне як поле дати.</translation>
    </message>
    <message>
        <location filename="../core/maps/readers/_reading.py"/>
        <source>“{layer}” has no field “{field}”. Its fields are: {fields}.</source>
        <translation>«{layer}» не має поля «{field}». Його поля: {fields}.</translation>
    </message>
    <message>
        <location filename="../core/maps/readers/nzz.py"/>
        <source>“{layer}” mixes periods that end on different days ({days}). Ask the service for one day, or split it.</source>
        <translation>«{layer}» містить періоди, що закінчуються в різні дні ({days}). Запитайте в сервісу один день або розділіть шар.</translation>
    </message>
    <message>
        <location filename="../core/maps/snapshots.py"/>
        <source>There is no map from {instant} or before: the maps run from {first} to {last} (UTC). Ask for a date within that time.</source>
        <translation>Немає карти на {instant} або раніше: карти охоплюють час від {first} до {last} (UTC). Укажіть дату в цих межах.</translation>
    </message>
    <message>
        <location filename="../core/maps/snapshots.py"/>
        <source>There are no maps to choose from.</source>
        <translation>Немає карт, з яких можна вибрати.</translation>
    </message>
    <message>
        <location filename="../core/maps/survey.py"/>
        <source>“{layer}” is dated {date}, which is in the future. Correct the date, or give a pattern for the name or a date field.</source>
        <translation>«{layer}» має дату {date}, тобто в майбутньому. Виправте дату або задайте шаблон назви чи поле дати.</translation>
    </message>
    <message>
        <location filename="../core/maps/survey.py"/>
        <source>“{layer}” and “{other}” are both maps of {date}, but only one can be used for an instant. Remove one of them, or correct its date.</source>
        <translation>«{layer}» і «{other}» — карти на {date}, але на один момент можна взяти лише одну. Приберіть одну з них або виправте її дату.</translation>
    </message>
    <message>
        <location filename="../core/sectors/construct.py"/>
        <source>None of the {count} places lies in the theatre, so there is nothing to divide. Check the places and the theatre.</source>
        <translation>Жодне з {count} місць не лежить у театрі, тож ділити нічого. Перевірте місця й театр.</translation>
    </message>
    <message>
        <location filename="../core/sectors/construct.py"/>
        <source>The front is too short for sectors of {length} km: its longest stretch has {longest} km. Choose a smaller LENGTH.</source>
        <translation>Фронт закороткий для ділянок по {length} км: найдовший його відрізок має {longest} км. Виберіть менше LENGTH.</translation>
    </message>
    <message>
        <location filename="../core/sectors/construct.py"/>
        <source>{front} km of front in lengths of {length} km are more than {most} sectors. Choose a greater LENGTH.</source>
        <translation>{front} км фронту відрізками по {length} км — це понад {most} ділянок. Виберіть більше LENGTH.</translation>
    </message>
    <message>
        <location filename="../core/sectors/regions.py"/>
        <source>No country is given. Name it in COUNTRY, in English or by its ISO code, such as UA.</source>
        <translation>Країну не вказано. Назвіть її в COUNTRY англійською або кодом ISO, наприклад UA.</translation>
    </message>
    <message>
        <location filename="../core/sectors/regions.py"/>
        <source>QGIS's world map has no regions of “{country}”. Did you mean {names}?</source>
        <translation>На карті світу QGIS немає регіонів країни «{country}». Може, ви мали на увазі: {names}?</translation>
    </message>
    <message>
        <location filename="../core/sectors/regions.py"/>
        <source>QGIS's world map has no regions of “{country}”. Give the country's English name, or its ISO code such as UA.</source>
        <translation>На карті світу QGIS немає регіонів країни «{country}». Укажіть англійську назву країни або її код ISO, наприклад UA.</translation>
    </message>
    <message>
        <location filename="../formatting.py"/>
        <source>sq mi</source>
        <translation>кв. миль</translation>
    </message>
    <message>
        <location filename="../formatting.py"/>
        <source>km²</source>
        <translation>км²</translation>
    </message>
    <message>
        <location filename="../formatting.py"/>
        <source>sq mi a day</source>
        <translation>кв. миль на добу</translation>
    </message>
    <message>
        <location filename="../formatting.py"/>
        <source>km² a day</source>
        <translation>км² на добу</translation>
    </message>
    <message>
        <location filename="../formatting.py"/>
        <source>mi</source>
        <translation>миль</translation>
    </message>
    <message>
        <location filename="../formatting.py"/>
        <location filename="../styles/map_page.py"/>
        <source>km</source>
        <translation>км</translation>
    </message>
    <message>
        <location filename="../formatting.py"/>
        <location filename="../styles/texts.py"/>
        <source>{number} km²</source>
        <translation>{number} км²</translation>
    </message>
    <message>
        <location filename="../formatting.py"/>
        <source>± {error} {unit}</source>
        <translation>± {error} {unit}</translation>
    </message>
    <message>
        <location filename="../formatting.py"/>
        <location filename="../styles/texts.py"/>
        <source>{number} km</source>
        <translation>{number} км</translation>
    </message>
    <message>
        <location filename="../formatting.py"/>
        <location filename="../styles/texts.py"/>
        <source>{number} m</source>
        <translation>{number} м</translation>
    </message>
    <message>
        <location filename="../formatting.py"/>
        <source>{number} km² a day</source>
        <translation>{number} км² на добу</translation>
    </message>
    <message>
        <location filename="../formatting.py"/>
        <source>one day</source>
        <translation>один день</translation>
    </message>
    <message>
        <location filename="../formatting.py"/>
        <source>{days} days</source>
        <translation>{days} дн.</translation>
    </message>
    <message>
        <location filename="../formatting.py"/>
        <source>yes</source>
        <translation>так</translation>
    </message>
    <message>
        <location filename="../formatting.py"/>
        <source>no</source>
        <translation>ні</translation>
    </message>
    <message>
        <location filename="../formatting.py"/>
        <source>from {first} to {last}</source>
        <translation>від {first} до {last}</translation>
    </message>
    <message>
        <location filename="../formatting.py"/>
        <source>in the first quarter of {year}</source>
        <translation>за перший квартал {year} року</translation>
    </message>
    <message>
        <location filename="../formatting.py"/>
        <source>in the second quarter of {year}</source>
        <translation>за другий квартал {year} року</translation>
    </message>
    <message>
        <location filename="../formatting.py"/>
        <source>in the third quarter of {year}</source>
        <translation>за третій квартал {year} року</translation>
    </message>
    <message>
        <location filename="../formatting.py"/>
        <source>in the fourth quarter of {year}</source>
        <translation>за четвертий квартал {year} року</translation>
    </message>
    <message>
        <location filename="../formatting.py"/>
        <source>in the week of {day}</source>
        <translation>за тиждень від {day}</translation>
    </message>
    <message>
        <location filename="../formatting.py"/>
        <source>in the period from {day}</source>
        <translation>за період від {day}</translation>
    </message>
    <message>
        <location filename="../formatting.py"/>
        <source>on {day}</source>
        <translation>{day}</translation>
    </message>
    <message>
        <location filename="../formatting.py"/>
        <source>in {month} {year}</source>
        <translation>за {month} {year} року</translation>
    </message>
    <message>
        <location filename="../formatting.py"/>
        <source>in {year}</source>
        <translation>за {year} рік</translation>
    </message>
    <message>
        <location filename="../formatting.py"/>
        <source>{date}, {time} UTC</source>
        <translation>{date}, {time} UTC</translation>
    </message>
    <message>
        <location filename="../plugin.py"/>
        <location filename="../processing/provider.py"/>
        <location filename="../styles/map_page.py"/>
        <location filename="../ui/dock.py"/>
        <source>Frontline Change</source>
        <translation>Frontline Change</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/advance_arrows.py"/>
        <source>Arrows of direction and speed</source>
        <translation>Стрілки напряму та швидкості</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/advance_arrows.py"/>
        <source>Which way the front moved and how fast, in metres a day, as arrows at a spacing.</source>
        <translation>Куди й як швидко рухався фронт, у метрах на добу, стрілками з певним кроком.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/advance_arrows.py"/>
        <source>arrows,speed,direction</source>
        <translation>стрілки,швидкість,напрям</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/advance_arrows.py"/>
        <source>Spacing of the arrows (metres)</source>
        <translation>Крок стрілок (метри)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/advance_arrows.py"/>
        <source>Arrows stand on a square grid; each moved part gets at least one.</source>
        <translation>Стрілки стоять на квадратній сітці; кожна зрушена частина має принаймні одну.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/advance_arrows.py"/>
        <source>Arrows</source>
        <translation>Стрілки</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/advance_arrows.py"/>
        <source>Number of arrows</source>
        <translation>Кількість стрілок</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/axis_advance.py"/>
        <source>Progress along axes</source>
        <translation>Просування вздовж осей</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/axis_advance.py"/>
        <source>How far the front moved along roads or from town to town, by path and by area over width, and what is left.</source>
        <translation>Наскільки фронт просунувся вздовж доріг або від міста до міста, за шляхом і за площею на ширину, та що лишилося.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/axis_advance.py"/>
        <source>axis,road,progress,advance,distance</source>
        <translation>вісь,дорога,просування,відстань</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/axis_advance.py"/>
        <source>Front on axes</source>
        <translation>Фронт на осях</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/axis_advance.py"/>
        <location filename="../processing/outputs/axis_layers.py"/>
        <source>Boxes around axes</source>
        <translation>Смуги навколо осей</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/axis_advance.py"/>
        <source>Number of axes</source>
        <translation>Кількість осей</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/axis_advance.py"/>
        <source>Largest advance along an axis (km)</source>
        <translation>Найбільше просування вздовж осі (км)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/axis_advance.py"/>
        <source>Largest retreat along an axis (km)</source>
        <translation>Найбільший відхід уздовж осі (км)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/axis_advance.py"/>
        <source>Shortest path left to an axis's end (km)</source>
        <translation>Найкоротший шлях, що лишився до кінця осі (км)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/axis_advance.py"/>
        <source>Axes</source>
        <translation>Осі</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/axis_advance.py"/>
        <source>Lines from ground held on the first date to a goal. An axis drawn in the opposite direction is reversed.</source>
        <translation>Лінії від контрольованої на першу дату території до мети. Проведену навпаки лінію буде розвернуто.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/axis_advance.py"/>
        <source>Field with the axes' names</source>
        <translation>Поле з назвами осей</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/axis_advance.py"/>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <location filename="../processing/algorithms/projection.py"/>
        <location filename="../processing/parameters/measuring.py"/>
        <source>Left empty: the field called name, or else the first text field.</source>
        <translation>Якщо порожньо: поле з назвою name або перше текстове поле.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/axis_advance.py"/>
        <source>Width of the boxes (metres)</source>
        <translation>Ширина смуг (метри)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/axis_advance.py"/>
        <source>Across the axis, half of it to either side.</source>
        <translation>Упоперек осі, по половині в кожен бік.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/axis_advance.py"/>
        <source>Field with the width of each axis (metres)</source>
        <translation>Поле з шириною для кожної осі (метри)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/axis_advance.py"/>
        <source>Where it is empty, WIDTH counts.</source>
        <translation>Де воно порожнє, діє WIDTH.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/axis_advance.py"/>
        <source>Which crossing is the front</source>
        <translation>Який перетин є фронтом</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/axis_advance.py"/>
        <source>first: where one first leaves held ground on the way from the beginning; last: where one leaves it for the last time, lodgements included.</source>
        <translation>first: де вперше виходять із контрольованої території на шляху від початку; last: де виходять востаннє, разом із плацдармами.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/axis_advance.py"/>
        <source>Paths along the axes on the WGS 84 ellipsoid; boxes are the held area in them over their width, in an equal-area plane.</source>
        <translation>Шляхи вздовж осей — на еліпсоїді WGS 84; смуги — контрольована в них площа, поділена на ширину, у рівновеликій площині.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/axis_advance.py"/>
        <source>The axis “{axis}” is drawn towards held ground; it is measured the other way, from there.</source>
        <translation>Вісь «{axis}» проведено в бік контрольованої території; її виміряно у зворотному напрямі, звідти.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/axis_advance.py"/>
        <source>The axis “{axis}” begins in ground that is held on none of the dates, so the front cannot be read on it. Begin it in held ground.</source>
        <translation>Вісь «{axis}» починається на території, не контрольованій на жодну з дат, тож фронту на ній не прочитати. Почніть її на контрольованій території.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/capture_date.py"/>
        <location filename="../ui/layer_group.py"/>
        <source>Date of capture</source>
        <translation>Дата зайняття</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/capture_date.py"/>
        <source>When each piece of ground was captured, who holds it now, and how often it changed hands.</source>
        <translation>Коли зайнято кожну частину території, хто контролює її тепер і скільки разів вона переходила з рук у руки.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/capture_date.py"/>
        <source>capture,date,month,history</source>
        <translation>зайняття,дата,місяць,історія</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/capture_date.py"/>
        <source>With ground held throughout</source>
        <translation>Разом із територією під постійним контролем</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/capture_date.py"/>
        <source>Adds the ground held on all maps as a feature of its own, one for each sector, with change “none”.</source>
        <translation>Додає територію, контрольовану на всіх картах, окремим об’єктом для кожної ділянки зі зміною «none».</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/capture_date.py"/>
        <location filename="../ui/layer_group.py"/>
        <source>Captured by period</source>
        <translation>Зайнято за періодами</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/capture_date.py"/>
        <source>Captured and still held (km²)</source>
        <translation>Зайнято й досі контролюється (км²)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/capture_date.py"/>
        <location filename="../processing/algorithms/change_series.py"/>
        <source>Net over all periods (km²)</source>
        <translation>Чиста зміна за всі періоди (км²)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/capture_date.py"/>
        <location filename="../processing/outputs/series_layers.py"/>
        <source>no map came within this period</source>
        <translation>у цей період не було жодної карти</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/capture_date.py"/>
        <source>Classes counted: {classes}. Areas in an equal-area plane. A date of capture is that of the first of {count} maps used that shows the ground as held; it was captured after the map before.</source>
        <translation>Враховані класи: {classes}. Площі в рівновеликій площині. Дата зайняття — це дата першої з {count} використаних карт, на якій територія контрольована; її зайнято після попередньої карти.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/change_series.py"/>
        <source>Change by period over a series of maps</source>
        <translation>Зміна за періодами для ряду карт</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/change_series.py"/>
        <source>Area gained and lost per day, week, month or any period, per sector, over years.</source>
        <translation>Здобута та втрачена площа за день, тиждень, місяць чи будь-який період, за ділянками, за роки.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/change_series.py"/>
        <source>series,month,week,change</source>
        <translation>ряд,місяць,тиждень,зміна</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/change_series.py"/>
        <source>Standard errors of a period then follow from the errors of its two maps. Where it is empty, POSITION_ERROR counts.</source>
        <translation>Тоді стандартні похибки періоду випливають із похибок двох його карт. Де воно порожнє, діє POSITION_ERROR.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/change_series.py"/>
        <location filename="../ui/layer_group.py"/>
        <source>Change by period</source>
        <translation>Зміна за періодами</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/change_series.py"/>
        <source>Ground gained by period</source>
        <translation>Здобута територія за періодами</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/change_series.py"/>
        <source>Ground lost by period</source>
        <translation>Втрачена територія за періодами</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/change_series.py"/>
        <location filename="../processing/algorithms/sector_change.py"/>
        <source>Places that changed hands</source>
        <translation>Місця, що перейшли з рук у руки</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/change_series.py"/>
        <source>Number of periods</source>
        <translation>Кількість періодів</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/change_series.py"/>
        <source>Measures</source>
        <translation>Показники</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/change_series.py"/>
        <source>Area alone is the fast path; depth and front length cost more.</source>
        <translation>Найшвидше рахується сама площа; глибина й довжина фронту потребують більше часу.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/class_transition.py"/>
        <source>Transition of classes between two maps</source>
        <translation>Перехід класів між двома картами</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/class_transition.py"/>
        <source>How much ground went from which class (held, contested, claimed, liberated, other, none) to which, by sector.</source>
        <translation>Скільки території перейшло з якого класу (контрольоване, спірне, заявлене, звільнене, інше, жодного) в який, за ділянками.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/class_transition.py"/>
        <source>class,transition,matrix</source>
        <translation>клас,перехід,матриця</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/class_transition.py"/>
        <source>Class before and after, per sector</source>
        <translation>Клас до й після, за ділянками</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/class_transition.py"/>
        <source>Matrix of classes</source>
        <translation>Матриця класів</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/class_transition.py"/>
        <source>Ground that changed class</source>
        <translation>Територія, що змінила клас</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/class_transition.py"/>
        <source>Ground that changed class (km²)</source>
        <translation>Територія, що змінила клас (км²)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/class_transition.py"/>
        <source>Ground that became held (km²)</source>
        <translation>Територія, що стала контрольованою (км²)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/class_transition.py"/>
        <source>Ground no longer held (km²)</source>
        <translation>Територія, що більше не контрольована (км²)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/class_transition.py"/>
        <location filename="../processing/algorithms/reach.py"/>
        <location filename="../processing/algorithms/sector_change.py"/>
        <source>Date of the map before (UTC)</source>
        <translation>Дата карти «до» (UTC)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/class_transition.py"/>
        <location filename="../processing/algorithms/sector_change.py"/>
        <source>Date of the map after (UTC)</source>
        <translation>Дата карти «після» (UTC)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/class_transition.py"/>
        <source>Neither map has any polygons. Choose other layers.</source>
        <translation>Жодна з карт не має полігонів. Виберіть інші шари.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/control_from_lines.py"/>
        <source>Control from front lines</source>
        <translation>Контроль за лініями фронту</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/control_from_lines.py"/>
        <source>Where only the front is drawn as a line: the ground held behind it, date by date.</source>
        <translation>Де накреслено лише фронт як лінію: контрольована за ним територія, дата за датою.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/control_from_lines.py"/>
        <source>front,line,control,area</source>
        <translation>фронт,лінія,контроль,площа</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/control_from_lines.py"/>
        <source>Snapshots from lines</source>
        <translation>Знімки з ліній</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/control_from_lines.py"/>
        <source>Log of the lines</source>
        <translation>Журнал ліній</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/control_from_lines.py"/>
        <source>What was joined</source>
        <translation>Що з’єднано</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/control_from_lines.py"/>
        <location filename="../processing/algorithms/prepare_snapshots.py"/>
        <source>Number of snapshots</source>
        <translation>Кількість знімків</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/control_from_lines.py"/>
        <location filename="../processing/outputs/fields.py"/>
        <source>Gaps bridged</source>
        <translation>З’єднано розривів</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/control_from_lines.py"/>
        <source>Widest gap bridged (m)</source>
        <translation>Найширший з’єднаний розрив (м)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/control_from_lines.py"/>
        <source>Held on the last date (km²)</source>
        <translation>Контрольовано на останню дату (км²)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/control_from_lines.py"/>
        <source>Front lines</source>
        <translation>Лінії фронту</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/control_from_lines.py"/>
        <source>Lines of one date or of many; a front may consist of any number of them.</source>
        <translation>Лінії однієї дати або багатьох; фронт може складатися з будь-якої кількості ліній.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/control_from_lines.py"/>
        <location filename="../processing/algorithms/prepare_snapshots.py"/>
        <location filename="../processing/parameters/maps.py"/>
        <location filename="../processing/parameters/series.py"/>
        <source>Date field</source>
        <translation>Поле дати</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/control_from_lines.py"/>
        <source>Left empty: the field called date, datetime or day, or else the date in the layer's or file's name.</source>
        <translation>Якщо порожньо: поле з назвою date, datetime або day, інакше дата в назві шару чи файлу.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/control_from_lines.py"/>
        <source>Date</source>
        <translation>Дата</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/control_from_lines.py"/>
        <source>For lines of one date that carry none.</source>
        <translation>Для ліній однієї дати, які її не містять.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/control_from_lines.py"/>
        <source>The land that the lines divide. Held ground ends at its edge.</source>
        <translation>Земля, яку ділять лінії. Контрольована територія закінчується на її межі.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/control_from_lines.py"/>
        <source>Ground is held</source>
        <translation>Контрольована територія</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/control_from_lines.py"/>
        <source>marks: where marks lie. left, right: on that side of the lines, in the direction in which they were drawn.</source>
        <translation>marks: де лежать позначки. left, right: з цього боку ліній, у напрямі, в якому їх проведено.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/control_from_lines.py"/>
        <source>Marks in held ground</source>
        <translation>Позначки на контрольованій території</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/control_from_lines.py"/>
        <source>Points, or polygons such as last month's map. Each pocket, island or bridgehead that is held needs its own. With a date field of the same name a mark counts on its date only.</source>
        <translation>Точки або полігони, наприклад карта за минулий місяць. Кожен контрольований котел, острів чи плацдарм потребує власної позначки. За наявності поля дати з такою самою назвою позначка діє лише на свою дату.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/control_from_lines.py"/>
        <source>Gaps bridged up to (metres)</source>
        <translation>З’єднувати розриви до (метри)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/control_from_lines.py"/>
        <source>Ends of lines no farther apart, or no farther from another line, are joined.</source>
        <translation>З’єднуються кінці ліній, віддалені один від одного або від іншої лінії не більше.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/control_from_lines.py"/>
        <source>Ends extended to the theatre's edge up to (metres)</source>
        <translation>Продовжувати кінці до межі театру до (метри)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/control_from_lines.py"/>
        <source>Ends that are not bridged are joined to the nearest point of the theatre's edge.</source>
        <translation>Нез’єднані кінці продовжуються до найближчої точки межі театру.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/control_from_lines.py"/>
        <source>No line of {date} lies in the theatre “{theatre}”, so nothing separates the sides. Do both layers lie in the same place?</source>
        <translation>Жодна лінія за {date} не лежить у театрі «{theatre}», тож ніщо не розділяє сторони. Чи лежать обидва шари в тому самому місці?</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/control_from_lines.py"/>
        <source>The lines of {date} do not separate the sides: the longest of them, {length} km, ends at {ends}, farther than BRIDGE_DISTANCE from any other line and than EXTEND_DISTANCE from the theatre's edge. Draw it on, or choose greater distances.</source>
        <translation>Лінії за {date} не розділяють сторони: найдовша з них, {length} км, закінчується в {ends}, далі за BRIDGE_DISTANCE від будь-якої іншої лінії та за EXTEND_DISTANCE від межі театру. Продовжте її або виберіть більші відстані.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>Create sectors</source>
        <translation>Створити ділянки</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>Named areas without overlaps to measure by: regions, a tidied layer, around places, along the front, corridors.</source>
        <translation>Названі площі без накладань, за якими вимірюють: регіони, упорядкований шар, навколо місць, уздовж фронту, коридори.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>sector,region,place,front</source>
        <translation>ділянка,регіон,місце,фронт</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <location filename="../processing/parameters/measuring.py"/>
        <location filename="../ui/layer_group.py"/>
        <location filename="../ui/presenter.py"/>
        <location filename="../ui/setup/sectors_row.py"/>
        <source>Sectors</source>
        <translation>Ділянки</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>Number of sectors</source>
        <translation>Кількість ділянок</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>Area of all sectors (km²)</source>
        <translation>Площа всіх ділянок (км²)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>Ground in more than one sector (km²)</source>
        <translation>Територія в кількох ділянках (км²)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>Gaps that the sectors enclose (km²)</source>
        <translation>Проміжки, охоплені ділянками (км²)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <location filename="../processing/outputs/fields.py"/>
        <source>Method</source>
        <translation>Метод</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>regions: QGIS's built-in regions of a country. partition: a polygon layer made free of overlaps. places: around points. front: along the front in equal lengths. corridors: along lines.</source>
        <translation>regions: вбудовані в QGIS регіони країни. partition: шар полігонів, звільнений від накладань. places: навколо точок. front: уздовж фронту, рівної довжини. corridors: уздовж ліній.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>Layer to make them from</source>
        <translation>Шар, з якого їх створити</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>partition: polygons. places: points, polygons, or a table with the columns lon and lat. front: a map of control, or front lines. corridors: lines. regions: not needed.</source>
        <translation>partition: полігони. places: точки, полігони або таблиця зі стовпцями lon і lat. front: карта контролю або лінії фронту. corridors: лінії. regions: не потрібен.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>Field with the names</source>
        <translation>Поле з назвами</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>Country (regions)</source>
        <translation>Країна (regions)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>For the method regions: the country's English name or its ISO code, such as UA.</source>
        <translation>Для методу regions: англійська назва країни або її код ISO, наприклад UA.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>Sectors are cut to it. The method front needs it where the front is taken from a map of control.</source>
        <translation>Ділянки обрізаються за ним. Метод front потребує його, якщо фронт береться з карти контролю.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>Overlaps go to (partition)</source>
        <translation>Накладання дістаються (partition)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>nearer: each point goes to the sector whose undisputed ground is nearer; a sector that lies whole in others keeps its ground. first: all goes to the sector that comes first in the layer.</source>
        <translation>nearer: кожна точка дістається ділянці, чия незаперечна територія ближча; ділянка, що цілком лежить в інших, зберігає свою територію. first: усе дістається ділянці, яка в шарі йде раніше.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>Fill gaps (partition)</source>
        <translation>Заповнити проміжки (partition)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>Give gaps that the sectors enclose, or, with a theatre, all the rest of it, to the nearest sector.</source>
        <translation>Віддати охоплені ділянками проміжки, а за наявності театру й усю решту його площі, найближчій ділянці.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>Also open gaps narrower than (metres)</source>
        <translation>А також відкриті проміжки, вужчі за (метри)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>With FILL_GAPS and without a theatre: gaps open to one side count up to this width.</source>
        <translation>Із FILL_GAPS і без театру: проміжки, відкриті з одного боку, враховуються до цієї ширини.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>Largest radius (places, metres)</source>
        <translation>Найбільший радіус (places, метри)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>A sector is the ground nearer to its place than to any other, up to this far.</source>
        <translation>Ділянка — це територія, ближча до свого місця, ніж до будь-якого іншого, до цієї відстані.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>Length of front in each (front, metres)</source>
        <translation>Довжина фронту в кожній (front, метри)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>Each line of the smoothed front is cut into equal lengths as near to this as possible.</source>
        <translation>Кожна лінія згладженого фронту ділиться на рівні частини, якомога ближчі до цієї довжини.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>Depth to either side (front, metres)</source>
        <translation>Глибина в кожен бік (front, метри)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>How far the sectors reach from the smoothed front, on both sides.</source>
        <translation>Як далеко ділянки сягають від згладженого фронту в обидва боки.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>Smoothing of the front (front, metres)</source>
        <translation>Згладжування фронту (front, метри)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>Bends much shorter than this are smoothed away before the front is cut.</source>
        <translation>Вигини, значно коротші за це, згладжуються перед поділом фронту.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>Width in all (corridors, metres)</source>
        <translation>Загальна ширина (corridors, метри)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>A corridor reaches half of this to either side of its line.</source>
        <translation>Коридор сягає половини цієї ширини в кожен бік від своєї лінії.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>Date of the front (front)</source>
        <translation>Дата фронту (front)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>In a layer of many dates: which one to use (the last at or before it). Otherwise the date of the map, if neither a field nor its name carries one.</source>
        <translation>У шарі з багатьма датами: яку взяти (останню на цей момент або раніше). Інакше дата карти, якщо її не дає ні поле, ні назва.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>Date field (front)</source>
        <translation>Поле дати (front)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>Field with the dates, if it is not called date.</source>
        <translation>Поле з датами, якщо воно не називається date.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>Class field (front)</source>
        <translation>Поле класу (front)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>Field with the control class (held, contested, claimed, liberated, other). Without one every polygon of a generic map is held.</source>
        <translation>Поле з класом контролю (held, contested, claimed, liberated, other). Без нього кожен полігон звичайної карти вважається контрольованим.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>Publisher (front)</source>
        <translation>Видавець (front)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>By whose conventions the map is read. auto recognises known publishers' files.</source>
        <translation>За чиїми правилами читається карта. auto розпізнає файли відомих видавців.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>Width of the theatre's edge (front, places; metres)</source>
        <translation>Ширина межі театру (front, places; метри)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>front: a boundary nearer than this to the theatre's edge is not front. places: a place no farther than this outside the theatre still gets its sector.</source>
        <translation>front: межа, ближча за це до межі театру, не є фронтом. places: місце, що лежить поза театром не далі за це, все одно отримує ділянку.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>No sector has any ground. Do the layer and the theatre lie in the same place?</source>
        <translation>Жодна ділянка не має території. Чи лежать шар і театр у тому самому місці?</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/extract_front.py"/>
        <source>Extract the front</source>
        <translation>Виділити фронт</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/extract_front.py"/>
        <source>The contact line off coast and border, its length per sector and tolerance, and which segments moved.</source>
        <translation>Лінія зіткнення без узбережжя й кордону, її довжина за ділянками та допусками, і які відрізки зрушили.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/extract_front.py"/>
        <source>front,line,length</source>
        <translation>фронт,лінія,довжина</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/extract_front.py"/>
        <location filename="../styles/texts.py"/>
        <source>Front</source>
        <translation>Фронт</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/extract_front.py"/>
        <source>Length of the front</source>
        <translation>Довжина фронту</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/extract_front.py"/>
        <source>Front of the last map (km)</source>
        <translation>Фронт останньої карти (км)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/extract_front.py"/>
        <source>Of it moved (km)</source>
        <translation>З нього зрушило (км)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/extract_front.py"/>
        <source>Dates of the maps (UTC)</source>
        <translation>Дати карт (UTC)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/extract_front.py"/>
        <source>Map, or snapshots</source>
        <translation>Карта або знімки</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/extract_front.py"/>
        <source>Polygons of who holds what, of one date or of many.</source>
        <translation>Полігони того, хто що контролює, на одну дату або на багато.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/extract_front.py"/>
        <source>Dates</source>
        <translation>Дати</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/extract_front.py"/>
        <source>In a layer of many dates: which ones, separated by commas (for each the last map at or before it); left empty, all of them. For a map whose date neither a field nor its name carries: its date.</source>
        <translation>У шарі з багатьма датами: які саме, через кому (для кожної — остання карта на цей момент або раніше); якщо порожньо — усі. Для карти, дату якої не дає ні поле, ні назва: її дата.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/extract_front.py"/>
        <source>Earlier map in a layer of its own</source>
        <translation>Раніша карта в окремому шарі</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/extract_front.py"/>
        <source>To see what moved since, where the layer above does not hold the earlier date itself.</source>
        <translation>Щоб побачити, що зрушило відтоді, якщо шар вище сам не містить ранішої дати.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/extract_front.py"/>
        <source>If neither a field nor its name carries it, or to choose among several.</source>
        <translation>Якщо її не дає ні поле, ні назва, або щоб вибрати одну з кількох.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/extract_front.py"/>
        <source>Tolerances (metres)</source>
        <translation>Допуски (метри)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/extract_front.py"/>
        <source>The length is given with bends shallower than each of these left out. Compare lengths only at equal tolerances.</source>
        <translation>Довжина подається без вигинів, мілкіших за кожен із допусків. Порівнюйте довжини лише за однакових допусків.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/extract_front.py"/>
        <source>Mask, such as a river</source>
        <translation>Маска, наприклад річка</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/extract_front.py"/>
        <source>Lines or polygons along which a boundary does not count as front; its length is given apart.</source>
        <translation>Лінії або полігони, вздовж яких межа не вважається фронтом; її довжина подається окремо.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/extract_front.py"/>
        <source>Width of the mask to either side (metres)</source>
        <translation>Ширина маски в кожен бік (метри)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/extract_front.py"/>
        <source>A boundary no farther than this from the mask is masked.</source>
        <translation>Межа, віддалена від маски не більше ніж на це, вважається закритою маскою.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/extract_front.py"/>
        <source>Least movement (metres)</source>
        <translation>Найменший рух (метри)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/extract_front.py"/>
        <source>A segment has moved if it lies farther than this from the boundary of the map before.</source>
        <translation>Відрізок зрушив, якщо лежить від межі попередньої карти далі за це.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/extract_front.py"/>
        <source>Widest gap between polygons (metres)</source>
        <translation>Найширший проміжок між полігонами (метри)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/extract_front.py"/>
        <source>Gaps between the polygons of a map that are narrower than this are not front: both their sides would count. 0 leaves them.</source>
        <translation>Проміжки між полігонами карти, вужчі за це, не є фронтом: інакше враховувалися б обидві їхні сторони. 0 лишає їх.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/extract_front.py"/>
        <source>The map before (“{before}”, {before_date}) is not earlier than the first of “{layer}” ({first}). Swap the two, or choose other dates.</source>
        <translation>Карта «до» («{before}», {before_date}) не раніша за першу карту «{layer}» ({first}). Поміняйте їх місцями або виберіть інші дати.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/extract_front.py"/>
        <source>Without a theatre nothing is measured, so MASK (“{layer}”) is not used.</source>
        <translation>Без театру нічого не вимірюється, тож MASK («{layer}») не використано.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/extract_front.py"/>
        <source>TOLERANCES cannot be “{text}”. Give distances in metres separated by commas, such as 0,500,1000,2000,5000.</source>
        <translation>TOLERANCES не може бути «{text}». Укажіть відстані в метрах через кому, наприклад 0,500,1000,2000,5000.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare_snapshots.py"/>
        <source>Prepare snapshots</source>
        <translation>Підготувати знімки</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare_snapshots.py"/>
        <source>Any publisher's maps, layers or a whole folder, become clean dated snapshots with a log of what was done.</source>
        <translation>Карти будь-якого видавця, шари або ціла папка стають чистими датованими знімками з журналом зробленого.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare_snapshots.py"/>
        <source>import,clean,repair,date,snapshot,folder</source>
        <translation>імпорт,очищення,виправлення,дата,знімок,папка</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare_snapshots.py"/>
        <location filename="../processing/parameters/series.py"/>
        <location filename="../ui/layer_group.py"/>
        <source>Snapshots</source>
        <translation>Знімки</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare_snapshots.py"/>
        <source>Log of snapshots</source>
        <translation>Журнал знімків</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare_snapshots.py"/>
        <source>Maps left out</source>
        <translation>Пропущено карт</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare_snapshots.py"/>
        <source>Maps that are loaded</source>
        <translation>Завантажені карти</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare_snapshots.py"/>
        <source>Layers in any order. A GeoJSON layer is read whole from its file, whatever part of it QGIS shows.</source>
        <translation>Шари в будь-якому порядку. Шар GeoJSON читається з файлу цілком, хоч би яку його частину показував QGIS.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare_snapshots.py"/>
        <source>Folder of map files</source>
        <translation>Папка з файлами карт</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare_snapshots.py"/>
        <source>All GeoJSON, Shapefile, GeoPackage, KML, GML and FlatGeobuf files in it and in the folders in it.</source>
        <translation>Усі файли GeoJSON, Shapefile, GeoPackage, KML, GML і FlatGeobuf у ній та у вкладених папках.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare_snapshots.py"/>
        <source>Field with the date of each feature. Left empty: the field called date, or the layer's temporal settings, or the date in the layer's or file's name.</source>
        <translation>Поле з датою кожного об’єкта. Якщо порожньо: поле з назвою date, або часові налаштування шару, або дата в назві шару чи файлу.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare_snapshots.py"/>
        <source>Where names carry the date</source>
        <translation>Де в назвах стоїть дата</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare_snapshots.py"/>
        <source>For names that are not understood: front_%d%m%y, or a regular expression whose first group is the date. %Y %y %m %b %d %H %M %S, %s for Unix seconds.</source>
        <translation>Для назв, які не вдається зрозуміти: front_%d%m%y або регулярний вираз, перша група якого є датою. %Y %y %m %b %d %H %M %S, %s для секунд Unix.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare_snapshots.py"/>
        <location filename="../processing/parameters/maps.py"/>
        <location filename="../processing/parameters/series.py"/>
        <source>Class field</source>
        <translation>Поле класу</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare_snapshots.py"/>
        <source>For generic maps: field with the control class (held, contested, claimed, liberated, other). Without one every polygon is held.</source>
        <translation>Для звичайних карт: поле з класом контролю (held, contested, claimed, liberated, other). Без нього кожен полігон вважається контрольованим.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare_snapshots.py"/>
        <source>Class by expression</source>
        <translation>Клас за виразом</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare_snapshots.py"/>
        <source>For generic maps: an expression that gives the class in these words, for instance if("status" = 2, 'held', 'other'). @layer_name and @file_name are known.</source>
        <translation>Для звичайних карт: вираз, що дає клас цими словами, наприклад if("status" = 2, 'held', 'other'). Відомі @layer_name і @file_name.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare_snapshots.py"/>
        <source>The land that is fought over. Polygons that do not meet it are land elsewhere in the world, of class other. Nothing is cut at its edge.</source>
        <translation>Земля, за яку точаться бої. Полігони, що її не торкаються, — територія деінде у світі, класу other. На її межі нічого не обрізається.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare_snapshots.py"/>
        <source>Width below which gaps between polygons are closed (metres)</source>
        <translation>Ширина, до якої проміжки між полігонами закриваються (метри)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare_snapshots.py"/>
        <source>Holes and channels between neighbouring polygons of one class that are narrower are filled; no outer boundary moves. 0 leaves them.</source>
        <translation>Вужчі отвори й канали між сусідніми полігонами одного класу заповнюються; зовнішні межі не рухаються. 0 лишає їх.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare_snapshots.py"/>
        <source>A map that cannot be read</source>
        <translation>Карта, яку не вдається прочитати</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare_snapshots.py"/>
        <source>skip names it and goes on with the others; stop ends the run.</source>
        <translation>skip називає її та продовжує з рештою; stop зупиняє виконання.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare_snapshots.py"/>
        <source>Its polygons cannot be put together: {reason}</source>
        <translation>Його полігони не вдається скласти: {reason}</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/projection.py"/>
        <source>Pace and what it would mean for a target</source>
        <translation>Темп і що він означав би для мети</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/projection.py"/>
        <source>Pace per day over 30, 90, 365 days and the whole series, and what it means for a target.</source>
        <translation>Темп на добу за 30, 90, 365 днів і весь ряд, і що це означає для мети.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/projection.py"/>
        <source>pace,trend,target</source>
        <translation>темп,тренд,мета</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/projection.py"/>
        <location filename="../processing/outputs/projection_layers.py"/>
        <source>At this pace</source>
        <translation>За такого темпу</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/projection.py"/>
        <location filename="../processing/outputs/projection_layers.py"/>
        <source>Pace over time</source>
        <translation>Темп у часі</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/projection.py"/>
        <location filename="../processing/outputs/projection_layers.py"/>
        <source>How such paces held</source>
        <translation>Як трималися такі темпи</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/projection.py"/>
        <source>Targets</source>
        <translation>Цільові території</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/projection.py"/>
        <source>Polygons of what is still to be taken: a region, a country, sectors. Each is projected for itself, and all of them together.</source>
        <translation>Полігони того, що ще належить зайняти: регіон, країна, ділянки. Екстраполяція робиться для кожного окремо та для всіх разом.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/projection.py"/>
        <source>Field with the targets' names</source>
        <translation>Поле з назвами цільових територій</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/projection.py"/>
        <source>Windows (days)</source>
        <translation>Вікна (дні)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/projection.py"/>
        <source>Lengths of the windows that end with the last map, separated by commas; all is the whole series. Those longer than the series are left out.</source>
        <translation>Довжини вікон, що закінчуються останньою картою, через кому; all — весь ряд. Довші за ряд пропускаються.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/projection.py"/>
        <source>Daily quantity to divide by the pace</source>
        <translation>Добова величина, яку ділять на темп</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/projection.py"/>
        <source>For instance reported losses or assaults a day: gives the quantity per km² gained.</source>
        <translation>Наприклад, повідомлені втрати чи штурми за добу: дає величину на здобутий км².</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/projection.py"/>
        <source>What the daily quantity is</source>
        <translation>Що це за добова величина</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/projection.py"/>
        <source>Printed with the result.</source>
        <translation>Друкується з результатом.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/projection.py"/>
        <source>Who reports the daily quantity</source>
        <translation>Хто повідомляє добову величину</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/projection.py"/>
        <source>Printed with the result: a figure without its source is worth nothing.</source>
        <translation>Друкується з результатом: число без джерела нічого не варте.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/projection.py"/>
        <source>Layer “{layer}” holds a single map; a pace needs maps of at least two dates.</source>
        <translation>Шар «{layer}» містить одну карту; для темпу потрібні карти принаймні двох дат.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/projection.py"/>
        <source>The series is shorter than every window in WINDOWS. Add “all”, which takes all of it.</source>
        <translation>Ряд коротший за кожне вікно у WINDOWS. Додайте «all», що бере його весь.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/projection.py"/>
        <source>WINDOWS holds “{word}”, which is no number of days. Give days, a century of them at most, and “all”, as in 30,90,365,all.</source>
        <translation>WINDOWS містить «{word}», а це не кількість днів. Вкажіть дні, щонайбільше за століття, і «all», як-от 30,90,365,all.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/projection.py"/>
        <source>Layer “{layer}”: these targets have no area of their own, since they lie in other targets or are too small, and are not measured: {names}. Run targets that overlap one by one.</source>
        <translation>Шар «{layer}»: ці цільові території не мають власної площі, бо лежать в інших або замалі, тож їх не виміряно: {names}. Цільові території, що перекриваються, задавайте окремими запусками.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/projection.py"/>
        <source>The window of {window} days is {days} days long: the last map at or before its start is of {date}. Its pace is the mean over all that time.</source>
        <translation>Вікно {window} днів триває {days} дн.: остання карта на його початок або раніше — {date}. Його темп — середній за весь цей час.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/reach.py"/>
        <source>Reach beyond a line</source>
        <translation>Глибина за лінією</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/reach.py"/>
        <source>How far held ground lies beyond a state border or a river, on one date or between two.</source>
        <translation>Наскільки далеко за державним кордоном або річкою лежить контрольована територія, на одну дату чи між двома.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/reach.py"/>
        <source>reach,border,river,buffer zone,bridgehead,profile</source>
        <translation>глибина,кордон,річка,буферна зона,плацдарм,профіль</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/reach.py"/>
        <source>Only ground inside it counts.</source>
        <translation>Враховується лише територія всередині нього.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/reach.py"/>
        <source>Reach per sector</source>
        <translation>Глибина за ділянками</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/reach.py"/>
        <source>Profile along the line</source>
        <translation>Профіль уздовж лінії</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/reach.py"/>
        <source>Held ground beyond the line</source>
        <translation>Контрольована територія за лінією</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/reach.py"/>
        <source>Farthest reach (km)</source>
        <translation>Найбільша глибина (км)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/reach.py"/>
        <source>Mean reach where ground is held (km)</source>
        <translation>Середня глибина там, де територія контрольована (км)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/reach.py"/>
        <source>Line beyond which ground is held (km)</source>
        <translation>Лінія, за якою є контрольована територія (км)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/reach.py"/>
        <location filename="../processing/outputs/fields.py"/>
        <source>Held beyond the line (km²)</source>
        <translation>Контрольовано за лінією (км²)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/reach.py"/>
        <source>Change of the farthest reach (km)</source>
        <translation>Зміна найбільшої глибини (км)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/reach.py"/>
        <source>Rows whose reach is only a lower bound</source>
        <translation>Рядки, де глибина — лише нижня межа</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/reach.py"/>
        <location filename="../ui/setup/found_list.py"/>
        <source>Date of the map (UTC)</source>
        <translation>Дата карти (UTC)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/reach.py"/>
        <source>Map</source>
        <translation>Карта</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/reach.py"/>
        <source>Polygons of who holds what. Results come in its CRS.</source>
        <translation>Полігони того, хто що контролює. Результати — у його системі координат.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/reach.py"/>
        <source>Date of the map</source>
        <translation>Дата карти</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/reach.py"/>
        <source>Reference line, or land whose edge it is</source>
        <translation>Опорна лінія або земля, чий край нею є</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/reach.py"/>
        <source>A river or a border as lines; or polygons, such as the regions of a country, whose common outer edge counts: beyond it is inside.</source>
        <translation>Річка чи кордон у вигляді ліній; або полігони, наприклад регіони країни, чий спільний зовнішній край береться за лінію: «за ним» означає всередині.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/reach.py"/>
        <source>Which side of lines is beyond</source>
        <translation>Який бік ліній вважається «за лінією»</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/reach.py"/>
        <source>auto is the side on which more ground is held. left and right are meant along the line as drawn.</source>
        <translation>auto — бік, на якому контрольовано більше території. left і right — уздовж лінії, як її проведено.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/reach.py"/>
        <source>Search distance (metres)</source>
        <translation>Відстань пошуку (метри)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/reach.py"/>
        <source>Ground farther away belongs to another front; a reach up to it is a lower bound.</source>
        <translation>Дальша територія належить до іншого фронту; глибина, що сягає цієї відстані, є нижньою межею.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/reach.py"/>
        <source>Spacing of the profile (metres)</source>
        <translation>Крок профілю (метри)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/reach.py"/>
        <source>One station of the profile every so many metres of the line.</source>
        <translation>Одна станція профілю через стільки метрів лінії.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/reach.py"/>
        <location filename="../processing/algorithms/transects.py"/>
        <source>Smoothing of the direction (metres)</source>
        <translation>Згладжування напряму (метри)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/reach.py"/>
        <source>Stations are perpendicular to the chord over this length of the line.</source>
        <translation>Станції перпендикулярні до хорди на цій довжині лінії.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/reach.py"/>
        <source>Earlier map</source>
        <translation>Раніша карта</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/reach.py"/>
        <source>Given this, the change since then is measured too.</source>
        <translation>Якщо її задано, вимірюється й зміна відтоді.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/reach.py"/>
        <source>As for the map itself.</source>
        <translation>Як і для самої карти.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/reach.py"/>
        <source>The map after ({after}) is not later than the map before ({before}). Choose maps of two dates, or leave BEFORE empty.</source>
        <translation>Карта «після» ({after}) не пізніша за карту «до» ({before}). Виберіть карти двох дат або залиште BEFORE порожнім.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/reach.py"/>
        <source>Reach is the distance of held ground from the nearest point of the line, on the WGS 84 ellipsoid; ground within DISTANCE of the line counts, lodgements included.</source>
        <translation>Глибина за лінією — це відстань контрольованої території від найближчої точки лінії на еліпсоїді WGS 84; враховується територія в межах DISTANCE від лінії, разом із плацдармами.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/sector_change.py"/>
        <source>Change per sector between two maps</source>
        <translation>Зміна за ділянками між двома картами</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/sector_change.py"/>
        <source>Area gained and lost, depth of advance and retreat, and their error, per sector.</source>
        <translation>Здобута та втрачена площа, глибина просування й відходу та їхня похибка, за ділянками.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/sector_change.py"/>
        <source>front,advance,retreat,territory,control,change</source>
        <translation>фронт,просування,відхід,територія,контроль,зміна</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/sector_change.py"/>
        <source>Standard errors then follow from the errors of both maps, by their quadratic mean. For a map that has none, POSITION_ERROR counts.</source>
        <translation>Тоді стандартні похибки випливають із похибок обох карт, через їхнє середнє квадратичне. Для карти без похибки береться POSITION_ERROR.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/sector_change.py"/>
        <location filename="../ui/layer_group.py"/>
        <location filename="../ui/results/table.py"/>
        <source>Change per sector</source>
        <translation>Зміна за ділянками</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/sector_change.py"/>
        <source>Ground gained</source>
        <translation>Здобута територія</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/sector_change.py"/>
        <source>Ground lost</source>
        <translation>Втрачена територія</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/sector_change.py"/>
        <source>Depth lines</source>
        <translation>Лінії глибини</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/sector_change.py"/>
        <location filename="../processing/outputs/fields.py"/>
        <source>Gained (km²)</source>
        <translation>Здобуто (км²)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/sector_change.py"/>
        <location filename="../processing/outputs/fields.py"/>
        <source>Lost (km²)</source>
        <translation>Втрачено (км²)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/sector_change.py"/>
        <location filename="../processing/outputs/fields.py"/>
        <source>Net (km²)</source>
        <translation>Чиста зміна (км²)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/sector_change.py"/>
        <source>Standard error of gained (km²)</source>
        <translation>Стандартна похибка здобутого (км²)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/sector_change.py"/>
        <source>Deepest advance (km)</source>
        <translation>Найглибше просування (км)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/sector_change.py"/>
        <source>Deepest retreat (km)</source>
        <translation>Найглибший відхід (км)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/sector_change.py"/>
        <source>No edge of the held area lies inside the theatre “{layer}” and off its edge, so there is no front. Is it the right layer?</source>
        <translation>Жоден край контрольованої території не лежить усередині театру «{layer}» осторонь його межі, тож фронту немає. Чи це правильний шар?</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/sector_change.py"/>
        <source>The two maps share only {percent} % of their edges: they were drawn or saved with different vertices. The figures hold, but much of the change may be redrawing.</source>
        <translation>Обидві карти мають лише {percent} % спільних ребер: їх накреслено або збережено з різними вершинами. Числа правильні, але значну частину зміни може становити перекреслення.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/transects.py"/>
        <source>Transects and shoreline statistics</source>
        <translation>Трансекти та статистика берегової лінії</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/transects.py"/>
        <source>How far the front moved every so many metres along it, with SCE, NSM, EPR, LRR and WLR over many dates.</source>
        <translation>Наскільки фронт зрушив через кожні стільки метрів уздовж нього, з SCE, NSM, EPR, LRR і WLR за багато дат.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/transects.py"/>
        <source>transect,depth,rate,regression,statistics</source>
        <translation>трансект,глибина,швидкість,регресія,статистика</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/transects.py"/>
        <location filename="../processing/outputs/fields.py"/>
        <source>Transects</source>
        <translation>Трансекти</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/transects.py"/>
        <source>Transects per sector</source>
        <translation>Трансекти за ділянками</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/transects.py"/>
        <source>Readings on transects</source>
        <translation>Відліки на трансектах</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/transects.py"/>
        <source>Number of transects</source>
        <translation>Кількість трансектів</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/transects.py"/>
        <source>Transects that can be read</source>
        <translation>Трансекти, які можна прочитати</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/transects.py"/>
        <source>Mean advance (km)</source>
        <translation>Середнє просування (км)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/transects.py"/>
        <source>Net area over the front's length (km)</source>
        <translation>Чиста площа на довжину фронту (км)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/transects.py"/>
        <source>Net area from the first map to the last (km²)</source>
        <translation>Чиста площа від першої карти до останньої (км²)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/transects.py"/>
        <source>Spacing along the front (metres)</source>
        <translation>Крок уздовж фронту (метри)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/transects.py"/>
        <source>Each line is divided into equal parts as near to this length as possible.</source>
        <translation>Кожна лінія ділиться на рівні частини, якомога ближчі до цієї довжини.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/transects.py"/>
        <source>Transects are perpendicular to the chord over this length of front. Choose it longer than the bends that should not turn them.</source>
        <translation>Трансекти перпендикулярні до хорди на цій довжині фронту. Виберіть її довшою за вигини, які не мають їх повертати.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/transects.py"/>
        <source>Greatest distance to either side (metres)</source>
        <translation>Найбільша відстань у кожен бік (метри)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/transects.py"/>
        <source>A front farther away than this is no reading.</source>
        <translation>Фронт, віддалений більше, не є відліком.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/transects.py"/>
        <source>Which crossing counts</source>
        <translation>Який перетин враховується</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/transects.py"/>
        <source>first: where one first leaves held ground; nearest to the origin; last: the farthest out, lodgements included; median of all.</source>
        <translation>first: де вперше виходять із контрольованої території; nearest: найближчий до початку; last: найдальший, разом із плацдармами; median: медіана всіх.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/transects.py"/>
        <source>Baseline</source>
        <translation>Базова лінія</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/transects.py"/>
        <source>Lines that transects start from, on either side of the front. Left empty: the front of the first map.</source>
        <translation>Лінії, від яких починаються трансекти, з будь-якого боку фронту. Якщо порожньо: фронт першої карти.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/transects.py"/>
        <source>Rates per</source>
        <translation>Швидкості на</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/transects.py"/>
        <source>Times are exact days; a unit is a fixed number of them.</source>
        <translation>Час береться точними днями; одиниця — стала їх кількість.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/transects.py"/>
        <source>Level of confidence (%)</source>
        <translation>Рівень довіри (%)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/transects.py"/>
        <source>Of intervals, and of both fields called significant: 95 is 1.96 standard errors.</source>
        <translation>Для інтервалів і для обох полів зі словом significant: 95 — це 1,96 стандартної похибки.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/transects.py"/>
        <source>Weighs the maps in WLR. Where it is empty, POSITION_ERROR counts.</source>
        <translation>Зважує карти в WLR. Де воно порожнє, діє POSITION_ERROR.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/transects.py"/>
        <source>There are maps of two dates; regression rates (LRR, WLR) need three and stay empty.</source>
        <translation>Є карти лише двох дат; регресійні швидкості (LRR, WLR) потребують трьох і лишаються порожніми.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/transects.py"/>
        <source>No transect has a reading on two dates. Are the transects long enough (LENGTH)? Do the maps belong together?</source>
        <translation>Жоден трансект не має відліків на дві дати. Чи достатньо довгі трансекти (LENGTH)? Чи належать карти до одного ряду?</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/transects.py"/>
        <source>Distances along transects on the WGS 84 ellipsoid, advance positive. Statistics as in the Digital Shoreline Analysis System. Weighted by the front that each transect represents. NET_KM2 is the area held on the last map less the area held on the first, of the whole maps and not only along the transects.</source>
        <translation>Відстані вздовж трансектів на еліпсоїді WGS 84, просування додатне. Статистика — як у Digital Shoreline Analysis System. Зважено за фронтом, який представляє кожен трансект. NET_KM2 — площа, контрольована на останній карті, без площі, контрольованої на першій: цілих карт, а не лише вздовж трансектів.</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <location filename="../processing/outputs/fields.py"/>
        <source>Change</source>
        <translation>Зміна</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>Depth and reach</source>
        <translation>Глибина</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>Maps and sectors</source>
        <translation>Карти й ділянки</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>Headline</source>
        <translation>Підсумок</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>Method card (JSON)</source>
        <translation>Картка методу (JSON)</translation>
    </message>
    <message>
        <location filename="../processing/environment.py"/>
        <source>Open Frontline Change from QGIS's Vector menu: it offers to install {library} for you.</source>
        <translation>Відкрийте Frontline Change у меню «Вектор» QGIS: там можна встановити {library}.</translation>
    </message>
    <message>
        <location filename="../processing/environment.py"/>
        <location filename="../ui/install_libraries.py"/>
        <source>You can also install it for the whole system: {command}</source>
        <translation>Можна також установити її для всієї системи: {command}</translation>
    </message>
    <message>
        <location filename="../processing/environment.py"/>
        <source>QGIS 3.44 for macOS comes without this library and may refuse one installed later. QGIS 4 for macOS has all that is needed: install it from qgis.org and measure there.</source>
        <translation>QGIS 3.44 для macOS постачається без цієї бібліотеки й може відмовитися від встановленої пізніше. QGIS 4 для macOS має все потрібне: встановіть його з qgis.org і вимірюйте там.</translation>
    </message>
    <message>
        <location filename="../processing/environment.py"/>
        <source>Measuring needs the Python library {library} {needed} or newer, which this QGIS does not have.</source>
        <translation>Для вимірювання потрібна бібліотека Python {library} {needed} або новіша, якої в цьому QGIS немає.</translation>
    </message>
    <message>
        <location filename="../processing/environment.py"/>
        <source>Measuring needs the Python library {library} {needed} or newer; this QGIS has {found}, in {origin}.</source>
        <translation>Для вимірювання потрібна бібліотека Python {library} {needed} або новіша; у цьому QGIS є {found}, у {origin}.</translation>
    </message>
    <message>
        <location filename="../processing/environment.py"/>
        <source>Another plugin has already loaded the Python library shapely {found}, in {origin}, with GEOS {detail}, while QGIS itself has GEOS {host}. Measuring now could crash QGIS. Restart QGIS and measure before the other plugin is used, or disable that plugin.</source>
        <translation>Інший модуль уже завантажив бібліотеку Python shapely {found} з {origin}, із GEOS {detail}, тоді як сам QGIS має GEOS {host}. Вимірювання зараз може призвести до аварії QGIS. Перезапустіть QGIS і виміряйте до використання іншого модуля або вимкніть той модуль.</translation>
    </message>
    <message>
        <location filename="../processing/environment.py"/>
        <source>The Python library {library}, in {origin}, cannot be loaded: {detail}.</source>
        <translation>Бібліотеку Python {library} у {origin} не вдається завантажити: {detail}.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/axes.py"/>
        <source>The axis “{axis}” consists of {count} separate lines; each is measured alone.</source>
        <translation>Вісь «{axis}» складається з {count} окремих ліній; кожну виміряно окремо.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/axes.py"/>
        <source>Layer “{layer}”: the width of feature {feature} in the field “{field}” is {value}. It must be a number of metres above 0, and {most} at most.</source>
        <translation>Шар «{layer}»: ширина об’єкта {feature} у полі «{field}» — {value}. Має бути число метрів, більше за 0 і щонайбільше {most}.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/axes.py"/>
        <source>Layer “{layer}”: feature {features} is no line of any length and was left out.</source>
        <translation>Шар «{layer}»: об’єкт {features} не є лінією ненульової довжини; його пропущено.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/class_expression.py"/>
        <source>CLASS_EXPRESSION is not an expression that QGIS understands: {reason}</source>
        <translation>CLASS_EXPRESSION — не вираз, зрозумілий QGIS: {reason}</translation>
    </message>
    <message>
        <location filename="../processing/inputs/class_expression.py"/>
        <source>“{layer}”: CLASS_EXPRESSION cannot be worked out for feature {feature}: {reason}</source>
        <translation>«{layer}»: CLASS_EXPRESSION не вдається обчислити для об’єкта {feature}: {reason}</translation>
    </message>
    <message>
        <location filename="../processing/inputs/context.py"/>
        <source>No theatre is given, so front lengths stay empty: without the land's edge there is no honest figure.</source>
        <translation>Театр не задано, тож довжини фронту лишаються порожніми: без межі землі чесного числа немає.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/context.py"/>
        <source>Layer “{layer}”: no ground of the theatre lies farther than EDGE_TOLERANCE ({distance}) from its edge, so nothing can be front. Choose a smaller EDGE_TOLERANCE.</source>
        <translation>Шар «{layer}»: жодна ділянка театру не лежить від його краю далі, ніж EDGE_TOLERANCE ({distance}), тож фронту бути не може. Виберіть менше значення EDGE_TOLERANCE.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/context.py"/>
        <source>Layer “{layer}”, given as {parameter}, has no polygons. Choose a polygon layer or leave it empty.</source>
        <translation>Шар «{layer}», заданий як {parameter}, не має полігонів. Виберіть шар полігонів або залиште порожнім.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/context.py"/>
        <location filename="../processing/inputs/dated_lines.py"/>
        <source>Layer “{layer}”, given as {parameter}, has no points or polygons. Choose another layer or leave it empty.</source>
        <translation>Шар «{layer}», заданий як {parameter}, не має ні точок, ні полігонів. Виберіть інший шар або залиште порожнім.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/context.py"/>
        <location filename="../processing/inputs/series_reader.py"/>
        <source>Layer “{layer}” has no field “{field}”. Its fields are: {fields}.</source>
        <translation>Шар «{layer}» не має поля «{field}». Його поля: {fields}.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/dated_lines.py"/>
        <source>It is not known which ground is held. Give points or polygons in held ground as MARKS, or choose with SIDE on which side of the lines, as they were drawn, the ground is held (left or right).</source>
        <translation>Невідомо, яка територія контрольована. Дайте точки або полігони на контрольованій території як MARKS або виберіть у SIDE, з якого боку ліній, як їх проведено, лежить контрольована територія (left або right).</translation>
    </message>
    <message>
        <location filename="../processing/inputs/dropped_files.py"/>
        <source>There are more than {count} files in it. Drop the folder with the maps.</source>
        <translation>Там більше файлів, ніж {count}. Перетягніть папку з картами.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/dropped_files.py"/>
        <source>Files of this kind hold no maps.</source>
        <translation>Файли цього типу не містять карт.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/dropped_files.py"/>
        <source>There are no map files in it.</source>
        <translation>Там немає файлів карт.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/dropped_files.py"/>
        <source>“{file}” is not there any more.</source>
        <translation>Файлу «{file}» більше немає.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/dropped_files.py"/>
        <source>This is no map file. Maps are files that end in {suffixes}.</source>
        <translation>Це не файл карти. Файли карт мають закінчення {suffixes}.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/dropped_files.py"/>
        <source>“{file}” cannot be opened: you have no right to read it.</source>
        <translation>«{file}» не вдається відкрити: немає права на читання.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/dropped_files.py"/>
        <source>“{file}” is no zip archive that can be read. Download it again.</source>
        <translation>«{file}» — не архів zip, який можна прочитати. Завантажте його ще раз.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/dropped_files.py"/>
        <source>“{file}” is an archive with GeoJSON in it. Unpack it, and drop the files.</source>
        <translation>«{file}» — архів із GeoJSON. Розпакуйте його та перетягніть файли.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/dropped_files.py"/>
        <source>It cannot be opened: {reason}.</source>
        <translation>Його не вдається відкрити: {reason}.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/layer_dates.py"/>
        <source>Other map</source>
        <translation>Інша карта</translation>
    </message>
    <message>
        <location filename="../processing/inputs/layer_dates.py"/>
        <source>Prepared map</source>
        <translation>Підготовлена карта</translation>
    </message>
    <message>
        <location filename="../processing/inputs/layer_dates.py"/>
        <source>Layer “{layer}” has more than {count} features: it is not searched for maps.</source>
        <translation>Шар «{layer}» має понад {count} об’єктів: карт у ньому не шукали.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/layers.py"/>
        <source>Layer “{layer}” is a table without geometry, so there is nothing to measure. Choose a layer with a geometry.</source>
        <translation>Шар «{layer}» — таблиця без геометрії, тож вимірювати нічого. Виберіть шар із геометрією.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/layers.py"/>
        <source>Layer “{layer}” has no coordinate system, so its areas cannot be known. Set its CRS in the layer's properties.</source>
        <translation>Шар «{layer}» не має системи координат, тож його площ не можна визначити. Задайте систему координат у властивостях шару.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/layers.py"/>
        <source>Of layer “{layer}” only the selected features are wanted, and none is selected. Select some.</source>
        <translation>Із шару «{layer}» потрібні лише вибрані об’єкти, а жодного не вибрано. Виберіть кілька.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/layers.py"/>
        <source>Layer “{layer}”: the coordinates of feature {features} are not finite, or make no polygon. Repair or delete it.</source>
        <translation>Шар «{layer}»: координати об’єкта {features} не скінченні або не утворюють полігона. Виправте або видаліть його.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/lines.py"/>
        <source>Layer “{layer}”, given as {parameter}, has no lines of any length. Draw a line, or choose another layer.</source>
        <translation>Шар «{layer}», заданий як {parameter}, не має ліній ненульової довжини. Накресліть лінію або виберіть інший шар.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/lines.py"/>
        <source>Layer “{layer}”, given as {parameter}, has neither lines nor polygons. Choose another layer or leave it empty.</source>
        <translation>Шар «{layer}», заданий як {parameter}, не має ні ліній, ні полігонів. Виберіть інший шар або залиште порожнім.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/map_errors.py"/>
        <source>Neither map has a field “{field}” with its position error. “{before}” has: {before_fields}; “{after}” has: {after_fields}. Publishers' own files carry no errors: leave ERROR_FIELD empty for them, and POSITION_ERROR counts.</source>
        <translation>Жодна з карт не має поля «{field}» зі своєю похибкою положення. «{before}» має: {before_fields}; «{after}» має: {after_fields}. Власні файли видавців похибок не містять: для них лишіть ERROR_FIELD порожнім, і братиметься POSITION_ERROR.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/map_errors.py"/>
        <source>Layer “{layer}”: the position error of {date} in the field “{field}” is {value}. It must be a number of metres, 0 or more.</source>
        <translation>Шар «{layer}»: похибка положення за {date} у полі «{field}» — {value}. Має бути число метрів, 0 або більше.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/map_errors.py"/>
        <source>Layer “{layer}”: the map of {date} has several position errors in the field “{field}”: {values}. A map has one, the same on all of its features that count.</source>
        <translation>Шар «{layer}»: карта на {date} має в полі «{field}» кілька похибок положення: {values}. Карта має одну, ту саму в усіх своїх об’єктів, що враховуються.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/map_errors.py"/>
        <source>{count} maps have no position error in the field “{field}” ({dates}); they get the {general} m of {parameter}.</source>
        <translation>Карти ({count}) не мають похибки положення в полі «{field}» ({dates}); для них узято {general} м із {parameter}.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/map_errors.py"/>
        <source>Layer “{layer}”: “{value}” in the field “{field}” is no number.</source>
        <translation>Шар «{layer}»: «{value}» у полі «{field}» — не число.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/map_files.py"/>
        <source>There is no folder {folder}. Choose the folder with the maps.</source>
        <translation>Немає папки {folder}. Виберіть папку з картами.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/map_files.py"/>
        <source>“{file}” has no layer of polygons that QGIS can read. Export it again, or take it out of the folder.</source>
        <translation>«{file}» не має шару полігонів, який QGIS може прочитати. Експортуйте його ще раз або приберіть із папки.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/map_survey.py"/>
        <source>It was changed while it was read. Run again.</source>
        <translation>Його було змінено під час читання. Запустіть ще раз.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/map_survey.py"/>
        <source>“{file}” cannot be used. {reason} (To leave such maps out and go on, set ON_BAD_FILE to skip.)</source>
        <translation>«{file}» не можна використати. {reason} (Щоб пропускати такі карти й продовжувати, задайте для ON_BAD_FILE значення skip.)</translation>
    </message>
    <message>
        <location filename="../processing/inputs/map_survey.py"/>
        <source>“{file}” is left out. {reason}</source>
        <translation>«{file}» пропущено. {reason}</translation>
    </message>
    <message>
        <location filename="../processing/inputs/map_survey.py"/>
        <source>So in {count} more maps.</source>
        <translation>Так само ще в картах: {count}.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/map_survey.py"/>
        <source>These are maps of {count} sources ({sources}), each a series of its own. They may not agree: measure them apart.</source>
        <translation>Це карти кількох джерел: {count} ({sources}), кожне — окремий ряд. Вони можуть не збігатися: вимірюйте їх окремо.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/map_survey.py"/>
        <source>CLASS_FIELD and CLASS_EXPRESSION were not needed: all maps are of publishers whose classes are known.</source>
        <translation>CLASS_FIELD і CLASS_EXPRESSION не знадобилися: усі карти — від видавців, чиї класи відомі.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/map_survey.py"/>
        <source>None of the {count} maps can be used. The first of them: {reason}</source>
        <translation>Жодної з карт ({count}) не можна використати. Перша з них: {reason}</translation>
    </message>
    <message>
        <location filename="../processing/inputs/map_survey.py"/>
        <source>None of the {count} maps can be used. The first of them: {reason} The others: {others}</source>
        <translation>Жодної з {count} карт використати не можна. Перша з них: {reason} Інші: {others}</translation>
    </message>
    <message>
        <location filename="../processing/inputs/map_survey.py"/>
        <source>The theatre (layer “{layer}”) does not contain the maps: they lie between {south}° and {north}° north, {west}° and {east}° east. Choose the land that is fought over, or check its coordinate system.</source>
        <translation>Театр (шар «{layer}») не містить карт: вони лежать між {south}° і {north}° північної широти, {west}° і {east}° східної довготи. Виберіть землю, за яку точаться бої, або перевірте її систему координат.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/map_survey.py"/>
        <source>Files in the folder that are no maps: {found}.</source>
        <translation>Файли в папці, що не є картами: {found}.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/map_survey.py"/>
        <source>There is nothing to prepare. Choose layers in LAYERS, a folder in FOLDER, or both.</source>
        <translation>Готувати нічого. Виберіть шари в LAYERS, папку у FOLDER або і те, і те.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/map_survey.py"/>
        <source>There are no maps in the folder {folder}. It is searched, with the folders in it, for files that end in {suffixes}.</source>
        <translation>У папці {folder} немає карт. У ній і у вкладених папках шукаються файли із закінченням {suffixes}.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/maps.py"/>
        <source>{name}: map of {date}, from {origin} ({source}).</source>
        <translation>{name}: карта на {date}, з {origin} ({source}).</translation>
    </message>
    <message>
        <location filename="../processing/inputs/maps.py"/>
        <source>Maps of “{layer}”: {count}, from {first} to {last}.</source>
        <translation>Карт у «{layer}»: {count}, від {first} до {last}.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/maps.py"/>
        <source>{parameter}: layer “{layer}” has no map of {date} or before, so there is no front of that date. Its first map is of {first}.</source>
        <translation>{parameter}: у шарі «{layer}» немає карти на {date} чи раніше, тож фронту на цю дату немає. Перша його карта — на {first}.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/maps.py"/>
        <source>{parameter}: the map of {map} stands for {date}, though it is {age} older: layer “{layer}” has none between. What is drawn and measured is the front of {map}.</source>
        <translation>{parameter}: дату {date} представляє карта на {map}, хоча вона старіша на {age}: між ними в шарі «{layer}» карт немає. Накреслено й виміряно фронт на {map}.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/maps.py"/>
        <source>{parameter} cannot be used with layer “{layer}”. {reason}</source>
        <translation>{parameter} не можна використати із шаром «{layer}». {reason}</translation>
    </message>
    <message>
        <location filename="../processing/inputs/maps.py"/>
        <source>The map after (“{after}”, {after_date}) is earlier than the map before (“{before}”, {before_date}). Swap the two.</source>
        <translation>Карта «після» («{after}», {after_date}) раніша за карту «до» («{before}», {before_date}). Поміняйте їх місцями.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/maps.py"/>
        <source>Before and after are the same map (“{before}”, {date}), so nothing can have moved. Choose two dates.</source>
        <translation>«До» і «після» — та сама карта («{before}», {date}), тож ніщо не могло зрушити. Виберіть дві дати.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/maps.py"/>
        <source>Both maps (“{before}” and “{after}”) are of the same instant, {date}. Choose maps of two dates, or give BEFORE_DATE and AFTER_DATE.</source>
        <translation>Обидві карти («{before}» і «{after}») — на той самий момент, {date}. Виберіть карти двох дат або задайте BEFORE_DATE і AFTER_DATE.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/maps.py"/>
        <source>Layer “{layer}” has no polygons of the classes {classes} on {date}; it has: {found}.</source>
        <translation>Шар «{layer}» не має полігонів класів {classes} на {date}; у ньому є: {found}.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/maps.py"/>
        <source>Layer “{layer}”: edges that span 180° of longitude or more are taken as drawn (feature {features}). If the feature shall cross the meridian of 180° instead, split it there.</source>
        <translation>Шар «{layer}»: ребра на 180° довготи або більше взято так, як їх накреслено (об’єкт {features}). Якщо об’єкт натомість має перетинати меридіан 180°, розділіть його там.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/maps.py"/>
        <source>Layer “{layer}”: {count} seams between its pieces, narrower than {width} m, are not counted as front.</source>
        <translation>Шар «{layer}»: шви між його частинами ({count}), вужчі за {width} м, не вважаються фронтом.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/maps.py"/>
        <source>The map before is by {before}, the one after by {after}: what the two draw differently shows as gained or lost. Compare maps of one publisher.</source>
        <translation>Видавець попередньої карти — {before}, наступної — {after}: що вони малюють по-різному, видно як здобуте чи втрачене. Порівнюйте карти одного видавця.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/maps.py"/>
        <location filename="../processing/inputs/series_reader.py"/>
        <source>Layer “{layer}” has no polygons of the classes {classes}. Choose other classes in CLASSES, or another layer.</source>
        <translation>Шар «{layer}» не має полігонів класів {classes}. Виберіть інші класи в CLASSES або інший шар.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/maps.py"/>
        <source>Neither map has polygons of the classes {classes}. Choose other classes in CLASSES.</source>
        <translation>Жодна з карт не має полігонів класів {classes}. Виберіть інші класи в CLASSES.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/maps.py"/>
        <source>Layer “{layer}” holds maps of {count} dates, from {first} to {last}. Say which one to use with {parameter}.</source>
        <translation>Шар «{layer}» містить карти за {count} дат, від {first} до {last}. Укажіть потрібну дату в {parameter}.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/options.py"/>
        <source>The maps are by several publishers ({publishers}), who draw the same front differently: the errors are those of ERROR_PRESET {preset} (position error {error} m over {length} m along the line). Choose an ERROR_PRESET to decide yourself.</source>
        <translation>Карти належать кільком видавцям ({publishers}), які креслять той самий фронт по-різному: похибки взято з ERROR_PRESET {preset} (похибка положення {error} м на відстані {length} м уздовж лінії). Щоб вирішити самостійно, оберіть ERROR_PRESET.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/options.py"/>
        <source>No control class is chosen in CLASSES. Choose at least one, usually “held”.</source>
        <translation>У CLASSES не вибрано жодного класу контролю. Виберіть принаймні один, зазвичай «held».</translation>
    </message>
    <message>
        <location filename="../processing/inputs/own_results.py"/>
        <source>{parameter}: “{layer}” is a result of an earlier measurement ({result}), no front. Choose drawn lines, or a front that was extracted from a map.</source>
        <translation>{parameter}: «{layer}» — результат попереднього вимірювання ({result}), а не фронт. Виберіть намальовані лінії або фронт, отриманий із карти.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/own_results.py"/>
        <source>{parameter}: “{layer}” is a result of an earlier measurement ({result}), and only a part of the land. Choose a layer of the land itself.</source>
        <translation>{parameter}: «{layer}» — результат попереднього вимірювання ({result}) і лише частина суходолу. Виберіть шар самої території.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/place_table.py"/>
        <source>Table “{layer}” has no points and no columns lon and lat. Its columns are: {fields}.</source>
        <translation>Таблиця «{layer}» не має ні точок, ні стовпців lon і lat. Її стовпці: {fields}.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/run_parameters.py"/>
        <source>{parameter} is missing. Choose a layer.</source>
        <translation>{parameter}: не вказано. Виберіть шар.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/run_parameters.py"/>
        <source>{parameter} cannot be used. {reason}</source>
        <translation>{parameter} не можна використати. {reason}</translation>
    </message>
    <message>
        <location filename="../processing/inputs/sector_methods.py"/>
        <source>This QGIS has no world map with regions ({path}). Load a layer of regions and use the method “partition”.</source>
        <translation>У цьому QGIS немає карти світу з регіонами ({path}). Завантажте шар регіонів і використайте метод «partition».</translation>
    </message>
    <message>
        <location filename="../processing/inputs/sector_methods.py"/>
        <source>Layer “{layer}” has no points or polygons, so there are no places to make sectors around.</source>
        <translation>Шар «{layer}» не має ні точок, ні полігонів, тож немає місць, навколо яких створювати ділянки.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/sector_methods.py"/>
        <source>Sectors along the front of a map need THEATRE: without it coast and state border would count as front. Or give the front as lines.</source>
        <translation>Для ділянок уздовж фронту карти потрібен THEATRE: без нього узбережжя й державний кордон вважалися б фронтом. Або дайте фронт лініями.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/sector_methods.py"/>
        <source>The method “{method}” needs a layer: polygons for partition, points for places, a map of control or front lines for front, lines for corridors. Give it in LAYER.</source>
        <translation>Метод «{method}» потребує шару: полігони для partition, точки для places, карта контролю або лінії фронту для front, лінії для corridors. Задайте його в LAYER.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/sector_methods.py"/>
        <source>Layer “{layer}” has no lines, which the method “{method}” needs.</source>
        <translation>Шар «{layer}» не має ліній, яких потребує метод «{method}».</translation>
    </message>
    <message>
        <location filename="../processing/inputs/sector_methods.py"/>
        <source>{parameter} is {value} metres; give more than 0.</source>
        <translation>{parameter} — {value} метрів; задайте більше за 0.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/sector_methods.py"/>
        <source>QGIS's built-in regions are coarse: borders may be off by kilometres. They tell roughly which region a place is in; for shares of a region, or places near a border, use a better layer.</source>
        <translation>Вбудовані в QGIS регіони грубі: межі можуть відхилятися на кілометри. Вони приблизно вказують, у якому регіоні лежить місце; для часток регіону або місць біля межі візьміть кращий шар.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/sector_methods.py"/>
        <source>This QGIS's world map has {count} regions of Ukraine instead of {usual}.</source>
        <translation>На карті світу цього QGIS регіонів України {count}, а не {usual}.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/series.py"/>
        <source>No period holds two maps. Choose another PERIOD, or a smaller OFFSET_DAYS.</source>
        <translation>Жоден період не містить двох карт. Виберіть інший PERIOD або менше OFFSET_DAYS.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/series.py"/>
        <source>{used} of {count} maps are used, from {first} to {last}.</source>
        <translation>Використано карт: {used} з {count}, від {first} до {last}.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/series.py"/>
        <source>Maps: {count}, from {first} to {last}. Periods: {periods}.</source>
        <translation>Карт: {count}, від {first} до {last}, періодів: {periods}.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/series.py"/>
        <source>FIRST_DATE ({first}) comes after LAST_DATE ({last}). Swap the two dates.</source>
        <translation>FIRST_DATE ({first}) пізніша за LAST_DATE ({last}). Поміняйте ці дати місцями.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/series.py"/>
        <source>Layer “{layer}” has maps of fewer than two dates between {first} and {last}; a movement needs two, a regression three. Its maps ({count}) run from {oldest} to {newest}.</source>
        <translation>Шар «{layer}» має карти менш ніж двох дат між {first} і {last}; для руху потрібні дві, для регресії — три. Його карти ({count}) охоплюють час від {oldest} до {newest}.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/series.py"/>
        <source>{parameter} is the date of a map: OFFSET_DAYS is not added to it, so the period {period} is incomplete. For whole periods give {date}.</source>
        <translation>{parameter} — це дата карти: OFFSET_DAYS до неї не додається, тож період {period} неповний. Для цілих періодів задайте {date}.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/series_reader.py"/>
        <source>Layer “{layer}” has no date field that could be found. Name it in DATE_FIELD. Its fields are: {fields}.</source>
        <translation>Шар «{layer}» не має поля дати, яке вдалося б знайти. Назвіть його в DATE_FIELD. Його поля: {fields}.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/series_reader.py"/>
        <source>Layer “{layer}”: feature {number} has no date that can be read in the field “{field}” ({value}). Repair or leave out that feature.</source>
        <translation>Шар «{layer}»: об’єкт {number} не має в полі «{field}» дати, яку можна прочитати ({value}). Виправте або вилучіть цей об’єкт.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/transects.py"/>
        <source>No theatre is given, so the whole edge of the held area counts as front, coast and state border included. Give the land of the war as THEATRE.</source>
        <translation>Театр не задано, тож увесь край контрольованої території вважається фронтом, з узбережжям і державним кордоном. Задайте землю, де йде війна, як THEATRE.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/transects.py"/>
        <source>The baseline “{layer}” crosses the edge of the held area {count} times. Transects are turned to one side for each line as a whole; distances are right, but a line that stays on one side of the front is easier to read.</source>
        <translation>Базова лінія «{layer}» перетинає край контрольованої території стільки разів: {count}. Трансекти повернуто в один бік для кожної лінії загалом; відстані правильні, але лінію, що лежить з одного боку фронту, легше читати.</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>From {before} to {after} the side gained {gained} and lost {lost}: net {net} (± {error}), {pace}.</source>
        <translation>Від {before} до {after} сторона здобула {gained} і втратила {lost}: чиста зміна {net} (± {error}), {pace}.</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>The deepest advance was {depth}, in {sector}.</source>
        <translation>Найглибше просування — {depth}, ділянка {sector}.</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>The deepest advance was {depth}.</source>
        <translation>Найглибше просування — {depth}.</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>none</source>
        <translation>0 км²</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>Classes counted: {classes}. Areas in an equal-area plane, lengths on the WGS 84 ellipsoid. ± is one standard error for a position error of {sigma} m correlated over {length} m along the line.</source>
        <translation>Враховані класи: {classes}. Площі в рівновеликій площині, довжини на еліпсоїді WGS 84. ± — одна стандартна похибка за похибки положення {sigma} м, скорельованої на {length} м уздовж лінії.</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>The run needs more memory than this computer has free, so nothing was written. Make it smaller: measure fewer dates or a smaller theatre, choose a larger SPACING where there is one, or simplify the maps (“Simplify” in the toolbox). Closing other programs and temporary layers frees memory too.</source>
        <translation>Обчислення потребує більше пам’яті, ніж її вільно на цьому комп’ютері, тому нічого не записано. Зменште його: менше дат або менший театр, більший SPACING, де він є, або спрощені карти («Спростити» в панелі інструментів). Пам’ять також звільниться, якщо закрити інші програми й тимчасові шари.</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>{parameter} ({title}) is missing.</source>
        <translation>Бракує {parameter} ({title}).</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>The input {parameter} cannot be read: {value}. Check that the file exists and is a vector layer.</source>
        <translation>Вхід {parameter} не вдається прочитати: {value}. Перевірте, чи існує файл і чи це векторний шар.</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>{parameter} ({title}) cannot be “{value}”.</source>
        <translation>{parameter} ({title}) не може бути «{value}».</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>Give a number from {minimum} to {maximum}.</source>
        <translation>Укажіть число від {minimum} до {maximum}.</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>Give a finite number of {minimum} or more.</source>
        <translation>Укажіть скінченне число {minimum} або більше.</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>Choose among: {options}.</source>
        <translation>Виберіть серед: {options}.</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>Give a date such as 2025-06-30 or 2025-06-30T18:00.</source>
        <translation>Укажіть дату, наприклад 2025-06-30 або 2025-06-30T18:00.</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>{parameter} ({title}) is a layer that has been removed from the project. Choose another.</source>
        <translation>{parameter} ({title}): цей шар вилучено з проєкту. Виберіть інший.</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>colour of the map itself</source>
        <translation>колір, яким малює сама карта</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>(empty)</source>
        <translation>(порожньо)</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>Layer “{layer}”: points left out: {count}; only polygons have an area.</source>
        <translation>Шар «{layer}»: пропущено точок: {count}; площу мають лише полігони.</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>Layer “{layer}”: lines left out: {count}; only polygons have an area.</source>
        <translation>Шар «{layer}»: пропущено ліній: {count}; площу мають лише полігони.</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>Layer “{layer}”: features without geometry left out: {count}.</source>
        <translation>Шар «{layer}»: пропущено об’єктів без геометрії: {count}.</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>Layer “{layer}”: features without a polygon left out: {count}.</source>
        <translation>Шар «{layer}»: пропущено об’єктів без полігона: {count}.</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>Layer “{layer}”: rings of fewer than three points left out: {count}.</source>
        <translation>Шар «{layer}»: пропущено кілець менш ніж із трьох точок: {count}.</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>Layer “{layer}”: the class “{detail}” is unknown and counts as “other” (features: {count}).</source>
        <translation>Шар «{layer}»: об’єктів невідомого класу «{detail}»: {count}; їх віднесено до «other».</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>Layer “{layer}”: the date you gave differs from the one the map itself carries ({detail}).</source>
        <translation>Шар «{layer}»: задана вами дата відрізняється від тієї, яку має сама карта ({detail}).</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>Layer “{layer}”: its name and its file's name carry different dates ({detail}); the first is used.</source>
        <translation>Шар «{layer}»: його назва та назва файлу мають різні дати ({detail}); узято першу.</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>Layer “{layer}”: its date field holds no date that can be read (features: {count}: {names}), so the date that you gave, or the one in the name, is used. If the field holds dates, repair them or choose it as the date field.</source>
        <translation>Шар «{layer}»: у його полі дати немає дати, яку можна прочитати (об’єктів: {count}: {names}), тому взято дату, яку вказали ви, або дату з назви. Якщо в полі є дати, виправте їх або виберіть його як поле дати.</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>Layer “{layer}”: its field “{detail}” is empty, so the date that you gave, or the one in the name, is used.</source>
        <translation>Шар «{layer}»: його поле «{detail}» порожнє, тому взято дату, яку вказали ви, або дату з назви.</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>Layer “{layer}” has several fields that may hold its date ({detail}); none of them is used. Choose one as the date field.</source>
        <translation>Шар «{layer}» має кілька полів, у яких може бути дата ({detail}); жодне з них не використано. Виберіть одне як поле дати.</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>Layer “{layer}”: the date field “{detail}” is not used, since this publisher's maps carry their dates elsewhere. To use it, choose the publisher generic.</source>
        <translation>Шар «{layer}»: поле дати «{detail}» не використано, бо карти цього видавця мають дати в іншому місці. Щоб використати поле, виберіть видавця generic.</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>Layer “{layer}”: the control class is read from the field “{detail}”.</source>
        <translation>Шар «{layer}»: клас контролю читається з поля «{detail}».</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>Layer “{layer}”: edges that span 180° of longitude or more are taken as drawn (features: {count}). A feature that crosses the meridian of 180° must be split there.</source>
        <translation>Шар «{layer}»: ребра на 180° довготи або більше взято так, як їх накреслено (об’єктів: {count}). Об’єкт, що перетинає меридіан 180°, треба там розділити.</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>Layer “{layer}”: narrow gaps between its polygons could not be closed in {count} places and stay open.</source>
        <translation>Шар «{layer}»: вузькі щілини між полігонами не вдалося закрити в {count} місцях, і вони лишилися.</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>Layer “{layer}”: without a class field all {count} polygons of a date count as held, though they differ in {field} ({values}). If some are not held, give CLASS_FIELD, or prepare the map by an expression.</source>
        <translation>Шар «{layer}»: без поля класу всі {count} полігонів однієї дати вважаються контрольованими, хоча різняться, ознака: {field} ({values}). Якщо деякі не контрольовані, задайте CLASS_FIELD або підготуйте карту за виразом.</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>Layer “{layer}” mixes maps of {count} sources ({detail}); they may not agree.</source>
        <translation>Шар «{layer}» змішує карти кількох джерел: {count} ({detail}); вони можуть не збігатися.</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>Layer “{layer}”: features without an area left out: {count} ({names}).</source>
        <translation>Шар «{layer}»: пропущено об'єкти без площі: {count} ({names}).</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>Layer “{layer}”: sectors without a name: {count}, now called {names}.</source>
        <translation>Шар «{layer}»: ділянок без назви: {count}; їх названо {names}.</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>Layer “{layer}”: polygons with the same name are measured as one sector: {names}.</source>
        <translation>Шар «{layer}»: полігони з однаковою назвою вимірюються як одна ділянка: {names}.</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>Layer “{layer}”: names that the result table needs itself were changed: {names}.</source>
        <translation>Шар «{layer}»: змінено назви, які потрібні самій таблиці результатів: {names}.</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>Layer “{layer}”: {giver} overlaps {keeper} by {area} km²; that ground is counted once, for {keeper}.</source>
        <translation>Шар «{layer}»: {giver} накладається на {keeper} на {area} км²; цю територію враховано раз, за {keeper}.</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>Layer “{layer}”: {count} more overlaps between sectors, each counted once.</source>
        <translation>Шар «{layer}»: ще накладань між ділянками: {count}, кожне враховано раз.</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>Layer “{layer}”: gaps between the sectors: {count}, {area} km² in all; this ground counts as outside all sectors.</source>
        <translation>Шар «{layer}»: ділянки лишають проміжків: {count}, разом {area} км²; вони вважаються територією поза всіма ділянками.</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>{count} points</source>
        <translation>точок: {count}</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>{count} lines</source>
        <translation>ліній: {count}</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>{count} without geometry</source>
        <translation>без геометрії: {count}</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>{count} rings of fewer than three points</source>
        <translation>кілець менш ніж із трьох точок: {count}</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>features of the unknown class “{detail}”, counted as “other”: {count}</source>
        <translation>об’єктів невідомого класу «{detail}», віднесених до «other»: {count}</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>the date given differs from the map's own ({detail})</source>
        <translation>задана дата відрізняється від власної дати карти ({detail})</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>layer and file carry different dates ({detail})</source>
        <translation>шар і файл мають різні дати ({detail})</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>no date in the date field can be read: {names}</source>
        <translation>у полі дати не вдається прочитати жодної дати: {names}</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>the date field “{detail}” is empty</source>
        <translation>поле дати «{detail}» порожнє</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>several fields may hold the date ({detail}); none is used</source>
        <translation>дата може бути в кількох полях ({detail}); жодне не використано</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>the date field “{detail}” is not used for this publisher</source>
        <translation>поле дати «{detail}» для цього видавця не використовується</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>maps of {count} sources in one ({detail})</source>
        <translation>карти кількох джерел в одній: {count} ({detail})</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>the class is read from the field “{detail}”</source>
        <translation>клас прочитано з поля «{detail}»</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>all {count} polygons count as held, though they differ in {field} ({values})</source>
        <translation>усі {count} полігонів вважаються контрольованими, хоча різняться, ознака: {field} ({values})</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>no map for {count} days, since {detail}</source>
        <translation>немає карти впродовж {count} дн., від {detail}</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>nothing is held in this map, unlike in others</source>
        <translation>на цій карті нічого не контролюється, на відміну від інших</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>features with edges of 180° of longitude or more, taken as drawn: {count}</source>
        <translation>об’єктів із ребрами на 180° довготи або більше, взятих як накреслено: {count}</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>narrow gaps could not be closed in {count} places and stay open</source>
        <translation>вузькі щілини не вдалося закрити в {count} місцях, і вони лишилися</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>pieces outside the theatre, counted as “other”: {count}</source>
        <translation>частин поза театром, віднесених до «other»: {count}</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>layers of the day before are missing: {detail}</source>
        <translation>бракує шарів попереднього дня: {detail}</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>Sectors without a name: {count}, now called {names}.</source>
        <translation>Ділянок без назви: {count}; їх названо {names}.</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>Features of one name became one sector: {names}.</source>
        <translation>Об’єкти з однаковою назвою стали однією ділянкою: {names}.</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>Names that result tables need themselves were changed: {names}.</source>
        <translation>Змінено назви, які потрібні самим таблицям результатів: {names}.</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>{names} overlapped by {area} km²; the overlap now belongs to one of them only.</source>
        <translation>{names} накладалися на {area} км²; тепер накладання належить лише до однієї.</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>Gaps given to the nearest sector: {count}, {area} km² in all.</source>
        <translation>Проміжків: {count}, разом {area} км², віддано найближчій ділянці.</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>Sectors without ground left, not among the results: {count} ({names}).</source>
        <translation>Ділянок, що не мають більше території й не входять до результату: {count}: {names}.</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>Places without a point left out: {count} ({names}).</source>
        <translation>Пропущено місць без точки: {count}: {names}.</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>Places outside the theatre, without a sector: {count} ({names}).</source>
        <translation>Місць поза театром, що не отримали ділянки: {count}: {names}.</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>Places on the spot of an earlier one, without a sector: {count} ({names}).</source>
        <translation>Місць у тій самій точці, що й раніші, без власної ділянки: {count}: {names}.</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>{count} stretches of front, {length} km in all, are too short for sectors of their own; those near others lie in theirs.</source>
        <translation>Відрізків фронту: {count}, разом {length} км, закороткі для власних ділянок; ті, що поруч з іншими, лежать у їхніх.</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>feature {number}: {reason}</source>
        <translation>об’єкт {number}: {reason}</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>Layer “{layer}”: invalid polygons repaired: {count}, which changed the area by {area} km² ({named}).</source>
        <translation>Шар «{layer}»: виправлено некоректних полігонів: {count}, що змінило їхню площу на {area} км² ({named}).</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>feature {number}: {reason} ({area} km²)</source>
        <translation>об’єкт {number}: {reason} ({area} км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/arrow_layers.py"/>
        <source>From {first} to {last} nothing moved by more than the map's noise.</source>
        <translation>Від {first} до {last} ніщо не зрушило більше за шум карти.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/arrow_layers.py"/>
        <source>{count} arrows from {first} to {last}; the fastest movement was {period}: {speed} m a day.</source>
        <translation>Стрілок: {count}, від {first} до {last}; найшвидший рух був {period}: {speed} м на добу.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/arrow_layers.py"/>
        <source>Movement {dates}</source>
        <translation>Рух {dates}</translation>
    </message>
    <message>
        <location filename="../processing/outputs/axis_layers.py"/>
        <source>From {first} to {last} the front cannot be read on the axis “{axis}”.</source>
        <translation>Від {first} до {last} фронт не вдається прочитати на осі «{axis}».</translation>
    </message>
    <message>
        <location filename="../processing/outputs/axis_layers.py"/>
        <source>From {first} to {last} the front cannot be read on any of {count} axes.</source>
        <translation>Від {first} до {last} фронт не вдається прочитати на жодній з осей ({count}).</translation>
    </message>
    <message>
        <location filename="../processing/outputs/axis_layers.py"/>
        <source>It retreated the most along the axis “{axis}”: by {moved} (± {error}).</source>
        <translation>Найбільше він відійшов уздовж осі «{axis}»: на {moved} (± {error}).</translation>
    </message>
    <message>
        <location filename="../processing/outputs/axis_layers.py"/>
        <source>Progress along axes {dates}</source>
        <translation>Просування вздовж осей {dates}</translation>
    </message>
    <message>
        <location filename="../processing/outputs/axis_layers.py"/>
        <source>Front on axes {dates}</source>
        <translation>Фронт на осях {dates}</translation>
    </message>
    <message>
        <location filename="../processing/outputs/axis_layers.py"/>
        <source>From {first} to {last} the front advanced by {moved} along the axis “{axis}” (± {error}); {left} are left to its end.</source>
        <translation>Від {first} до {last} фронт просунувся на {moved} уздовж осі «{axis}» (± {error}); до її кінця лишилося {left}.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/axis_layers.py"/>
        <source>From {first} to {last} the front advanced by {moved} along the axis “{axis}” (± {error}), the most of {count} axes; {left} are left to its end.</source>
        <translation>Від {first} до {last} фронт просунувся на {moved} уздовж осі «{axis}» (± {error}), найбільше з {count} осей; до її кінця лишилося {left}.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/axis_layers.py"/>
        <source>From {first} to {last} the front retreated by {moved} along the axis “{axis}” (± {error}); {left} are left to its end.</source>
        <translation>Від {first} до {last} фронт відійшов на {moved} уздовж осі «{axis}» (± {error}); до її кінця лишилося {left}.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/axis_layers.py"/>
        <source>From {first} to {last} the front retreated by {moved} along the axis “{axis}” (± {error}), the most of {count} axes; {left} are left to its end.</source>
        <translation>Від {first} до {last} фронт відійшов на {moved} уздовж осі «{axis}» (± {error}), найбільше з {count} осей; до її кінця лишилося {left}.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/axis_layers.py"/>
        <source>From {first} to {last} the front did not move along the axis “{axis}”; {left} are left to its end.</source>
        <translation>Від {first} до {last} фронт уздовж осі «{axis}» не зрушив; до її кінця лишилося {left}.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/axis_layers.py"/>
        <source>From {first} to {last} the front did not move along any of {count} axes.</source>
        <translation>Від {first} до {last} фронт не зрушив уздовж жодної з осей (усього {count}).</translation>
    </message>
    <message>
        <location filename="../processing/outputs/capture_layers.py"/>
        <source>From {first} to {last} no ground changed hands.</source>
        <translation>Від {first} до {last} жодна територія не перейшла з рук у руки.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/capture_layers.py"/>
        <source>From {first} to {last} the side captured {gained} that it still holds; {again} were captured and lost again, and {lost} held at the start were lost.</source>
        <translation>Від {first} до {last} сторона зайняла {gained}, які контролює досі; {again} було зайнято й утрачено, а {lost} з контрольованого на початку втрачено.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/capture_layers.py"/>
        <source>Date of capture {dates}</source>
        <translation>Дата зайняття {dates}</translation>
    </message>
    <message>
        <location filename="../processing/outputs/capture_layers.py"/>
        <source>Captured by period {dates}</source>
        <translation>Зайнято за періодами {dates}</translation>
    </message>
    <message>
        <location filename="../processing/outputs/change_layers.py"/>
        <source>Change per sector {dates}</source>
        <translation>Зміна за ділянками {dates}</translation>
    </message>
    <message>
        <location filename="../processing/outputs/change_layers.py"/>
        <source>Gained {dates}</source>
        <translation>Здобуто {dates}</translation>
    </message>
    <message>
        <location filename="../processing/outputs/change_layers.py"/>
        <source>Lost {dates}</source>
        <translation>Втрачено {dates}</translation>
    </message>
    <message>
        <location filename="../processing/outputs/change_layers.py"/>
        <source>Depth {dates}</source>
        <translation>Глибина {dates}</translation>
    </message>
    <message>
        <location filename="../processing/outputs/change_layers.py"/>
        <location filename="../processing/outputs/series_layers.py"/>
        <source>Places that changed hands {dates}</source>
        <translation>Місця, що перейшли з рук у руки {dates}</translation>
    </message>
    <message>
        <location filename="../processing/outputs/destinations.py"/>
        <source>{name} cannot be written: its path holds the character NUL. Write it anew.</source>
        <translation>{name} не можна записати: у шляху є символ NUL. Введіть шлях заново.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/destinations.py"/>
        <source>{name} cannot be written: the name “{shown}…” has {length} bytes, and {longest} are possible (a letter outside English may take two or more). Choose a shorter name.</source>
        <translation>{name} не можна записати: назва «{shown}…» має {length} байтів, а можливо {longest} (літера поза англійською абеткою може займати два чи більше). Виберіть коротшу назву.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/destinations.py"/>
        <source>{first} and {second} would both be written to {path}, and one would be lost. Give each its own file, or tables of one GeoPackage: ogr:dbname='results.gpkg' table="{first}" (geom)</source>
        <translation>{first} і {second} записувалися б у {path}, і одне з них було б втрачено. Дайте кожному власний файл або таблицю одного GeoPackage: ogr:dbname='results.gpkg' table="{first}" (geom)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/destinations.py"/>
        <source>{name} cannot be written to {path}. {cause}</source>
        <translation>{name} не вдасться записати в {path}. {cause}</translation>
    </message>
    <message>
        <location filename="../processing/outputs/destinations.py"/>
        <source>{name} is a table without geometry, which a file “{ending}” cannot hold. Choose .gpkg, .csv or .xlsx.</source>
        <translation>{name} — це таблиця без геометрії, а файл «{ending}» такої не вміщує. Виберіть .gpkg, .csv або .xlsx.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/destinations.py"/>
        <source>{output} would be written to {path}, over the input {input} (“{name}”), which would be lost. Choose another file or table for {output}.</source>
        <translation>{output} записувалося б у {path} поверх вхідних даних {input} («{name}»), і їх було б втрачено. Виберіть для {output} інший файл або іншу таблицю.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/destinations.py"/>
        <source>{output} would replace the file {path}, and the other tables in it would be lost: {tables}. Choose another file, or add a table to this one: ogr:dbname='{database}' table="{output}" (geom)</source>
        <translation>{output} замінило б файл {path}, і інші таблиці в ньому було б втрачено: {tables}. Виберіть інший файл або додайте таблицю до цього: ogr:dbname='{database}' table="{output}" (geom)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/destinations.py"/>
        <source>{output} would be written to {path}, and the file {other} would be lost. Choose another name, or delete that file.</source>
        <translation>{output}: запис у {path} знищив би файл {other}. Виберіть іншу назву або видаліть цей файл.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Before (UTC)</source>
        <translation>Дата до (UTC)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>After (UTC)</source>
        <translation>Дата після (UTC)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Days</source>
        <translation>Днів</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <location filename="../ui/setup/found_list.py"/>
        <source>Date (UTC)</source>
        <translation>Дата (UTC)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Until (UTC)</source>
        <translation>До (UTC)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <location filename="../styles/texts.py"/>
        <source>Sector</source>
        <translation>Ділянка</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <location filename="../processing/parameters/series.py"/>
        <source>Period</source>
        <translation>Період</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Complete</source>
        <translation>Повний</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Kind</source>
        <translation>Тип</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Part</source>
        <translation>Частина</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Area (km²)</source>
        <translation>Площа (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Mean width (m)</source>
        <translation>Середня ширина (м)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Held (km²)</source>
        <translation>Контрольоване (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Length (km)</source>
        <translation>Довжина (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Front (km)</source>
        <translation>Фронт (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Advance (km)</source>
        <translation>Просування (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Advance, standard error (km)</source>
        <translation>Просування, стандартна похибка (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Bearing (°)</source>
        <translation>Азимут (°)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Outcome</source>
        <translation>Наслідок</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Line</source>
        <translation>Лінія</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Warning</source>
        <translation>Попередження</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Held before (km²)</source>
        <translation>Контрольовано до (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Held after (km²)</source>
        <translation>Контрольовано після (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Gained, standard error (km²)</source>
        <translation>Здобуто, стандартна похибка (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Lost, standard error (km²)</source>
        <translation>Втрачено, стандартна похибка (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Net, standard error (km²)</source>
        <translation>Чиста зміна, стандартна похибка (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Net beyond 1.96 standard errors</source>
        <translation>Чиста зміна понад 1,96 стандартної похибки</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Net, held alone (km²)</source>
        <translation>Чиста зміна, лише контрольоване (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Net, with contested and claimed (km²)</source>
        <translation>Чиста зміна, зі спірним і заявленим (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Net pace (km² a day)</source>
        <translation>Чистий темп (км² на добу)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Net pace, standard error (km² a day)</source>
        <translation>Чистий темп, стандартна похибка (км² на добу)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Gained within map noise (km²)</source>
        <translation>Здобуто в межах шуму карти (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Lost within map noise (km²)</source>
        <translation>Втрачено в межах шуму карти (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Lodgements (km²)</source>
        <translation>Плацдарми (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Advance, deepest (km)</source>
        <translation>Просування, найглибше (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Advance, deepest, standard error (km)</source>
        <translation>Просування, найглибше, стандартна похибка (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Advance, 95th percentile (km)</source>
        <translation>Просування, 95-й процентиль (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Advance, 95th percentile, standard error (km)</source>
        <translation>Просування, 95-й процентиль, стандартна похибка (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Advance, mean (km)</source>
        <translation>Просування, середнє (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Advance, error of the mean (km)</source>
        <translation>Просування, похибка середнього (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Retreat, deepest (km)</source>
        <translation>Відхід, найглибший (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Retreat, deepest, standard error (km)</source>
        <translation>Відхід, найглибший, стандартна похибка (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Retreat, 95th percentile (km)</source>
        <translation>Відхід, 95-й процентиль (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Retreat, 95th percentile, standard error (km)</source>
        <translation>Відхід, 95-й процентиль, стандартна похибка (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Retreat, mean (km)</source>
        <translation>Відхід, середній (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Retreat, mean, standard error (km)</source>
        <translation>Відхід, середній, стандартна похибка (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Front before (km)</source>
        <translation>Фронт до (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Front after (km)</source>
        <translation>Фронт після (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Places gained</source>
        <translation>Здобуті місця</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Places lost</source>
        <translation>Втрачені місця</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Gained and lost together (km²)</source>
        <translation>Здобуто і втрачено разом (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Gained, map by map (km²)</source>
        <translation>Здобуто, від карти до карти (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Lost, map by map (km²)</source>
        <translation>Втрачено, від карти до карти (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Share of all ground gained (%)</source>
        <translation>Частка всієї здобутої території (%)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Net since the first period (km²)</source>
        <translation>Чиста зміна від першого періоду (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Rank by net</source>
        <translation>Місце за чистою зміною</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Largest net since</source>
        <translation>Найбільша чиста зміна від</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Maps used</source>
        <translation>Використані карти</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Area, standard error (km²)</source>
        <translation>Площа, стандартна похибка (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Area beyond 1.96 standard errors</source>
        <translation>Площа понад 1,96 стандартної похибки</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Greatest depth (km)</source>
        <translation>Найбільша глибина (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Greatest depth, standard error (km)</source>
        <translation>Найбільша глибина, стандартна похибка (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Scope</source>
        <translation>Охоплення</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Depth (km)</source>
        <translation>Глибина (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Depth, standard error (km)</source>
        <translation>Глибина, стандартна похибка (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Area behind the line beyond 1.96 standard errors</source>
        <translation>Площа за лінією понад 1,96 стандартної похибки</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>From, longitude (°)</source>
        <translation>Від, довгота (°)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>From, latitude (°)</source>
        <translation>Від, широта (°)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>To, longitude (°)</source>
        <translation>До, довгота (°)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>To, latitude (°)</source>
        <translation>До, широта (°)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <location filename="../styles/texts.py"/>
        <source>Place</source>
        <translation>Місце</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Target</source>
        <translation>Мета</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Window</source>
        <translation>Вікно</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Pace (km² a day)</source>
        <translation>Темп (км² на добу)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Pace, standard error (km² a day)</source>
        <translation>Темп, стандартна похибка (км² на добу)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Target (km²)</source>
        <translation>Мета (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Held (%)</source>
        <translation>Контрольоване (%)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Remaining (km²)</source>
        <translation>Лишилося (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Days needed</source>
        <translation>Потрібно днів</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Years needed</source>
        <translation>Потрібно років</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Years, at least</source>
        <translation>Років, щонайменше</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Years, at most</source>
        <translation>Років, щонайбільше</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Last moved (UTC)</source>
        <translation>Востаннє рухався (UTC)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Net (sq mi)</source>
        <translation>Чиста зміна (кв. миль)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>About as large as</source>
        <translation>Приблизно як</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Quantity per km²</source>
        <translation>Кількість на км²</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Verdict</source>
        <translation>Висновок</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Pace, at least (km² a day)</source>
        <translation>Темп, щонайменше (км² на добу)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Pace, at most (km² a day)</source>
        <translation>Темп, щонайбільше (км² на добу)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Hit rate of the range (%)</source>
        <translation>Частка влучань у межі (%)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Hit rate of the standard error (%)</source>
        <translation>Частка влучань у стандартну похибку (%)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Earlier dates tested</source>
        <translation>Перевірено раніших дат</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Range</source>
        <translation>Межі</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Pace that followed (km² a day)</source>
        <translation>Темп, що настав потім (км² на добу)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Within the standard error</source>
        <translation>У межах стандартної похибки</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Within the range</source>
        <translation>У межах</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Speed (m a day)</source>
        <translation>Швидкість (м на добу)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Speed, standard error (m a day)</source>
        <translation>Швидкість, стандартна похибка (м на добу)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Arrived (UTC)</source>
        <translation>Досягнуто (UTC)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Transect</source>
        <translation>Трансект</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Readings</source>
        <translation>Відліки</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>NSM beyond its error at LEVEL</source>
        <translation>NSM понад свою похибку на рівні LEVEL</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Days per unit of the rates</source>
        <translation>Днів на одиницю швидкостей</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>SCE, envelope (m)</source>
        <translation>SCE, розмах (м)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>NSM, net movement (m)</source>
        <translation>NSM, чистий рух (м)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>EPR, end point rate (m per unit)</source>
        <translation>EPR, швидкість за кінцевими точками (м на одиницю)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>EPR, error (m per unit)</source>
        <translation>EPR, похибка (м на одиницю)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>LRR, regression rate (m per unit)</source>
        <translation>LRR, регресійна швидкість (м на одиницю)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>LRR, R²</source>
        <translation>LRR, R²</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>LRR, standard error (m per unit)</source>
        <translation>LRR, стандартна похибка (м на одиницю)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>LRR, confidence interval ± (m per unit)</source>
        <translation>LRR, довірчий інтервал ± (м на одиницю)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>LSE, standard error of the estimate (m)</source>
        <translation>LSE, стандартна похибка оцінки (м)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>WLR, weighted rate (m per unit)</source>
        <translation>WLR, зважена швидкість (м на одиницю)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>WLR, R²</source>
        <translation>WLR, R²</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>WLR, standard error (m per unit)</source>
        <translation>WLR, стандартна похибка (м на одиницю)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>WLR, confidence interval ± (m per unit)</source>
        <translation>WLR, довірчий інтервал ± (м на одиницю)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>WSE, standard error of the estimate</source>
        <translation>WSE, стандартна похибка оцінки</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>LRR differs from zero at LEVEL</source>
        <translation>LRR відмінна від нуля на рівні LEVEL</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Transects with a reading</source>
        <translation>Трансекти з відліком</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Front with a reading (%)</source>
        <translation>Фронт із відліком (%)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Advance, median (km)</source>
        <translation>Просування, медіана (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Advance, 90th percentile (km)</source>
        <translation>Просування, 90-й процентиль (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Advance, least (km)</source>
        <translation>Просування, найменше (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Net area over front (km)</source>
        <translation>Чиста площа на фронт (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Front that advanced beyond its error at LEVEL (%)</source>
        <translation>Фронт, що просунувся понад свою похибку на рівні LEVEL (%)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Front that retreated beyond its error at LEVEL (%)</source>
        <translation>Фронт, що відійшов понад свою похибку на рівні LEVEL (%)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Front whose LRR differs from zero at LEVEL (%)</source>
        <translation>Фронт, чия LRR відмінна від нуля на рівні LEVEL (%)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Independent transects, effective number</source>
        <translation>Незалежні трансекти, ефективна кількість</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>EPR, mean (m per unit)</source>
        <translation>EPR, середня (м на одиницю)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>EPR, error of the mean (m per unit)</source>
        <translation>EPR, похибка середнього (м на одиницю)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>EPR, median (m per unit)</source>
        <translation>EPR, медіана (м на одиницю)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>EPR, 90th percentile (m per unit)</source>
        <translation>EPR, 90-й процентиль (м на одиницю)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>LRR, mean (m per unit)</source>
        <translation>LRR, середня (м на одиницю)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>LRR, error of the mean (m per unit)</source>
        <translation>LRR, похибка середнього (м на одиницю)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>LRR, median (m per unit)</source>
        <translation>LRR, медіана (м на одиницю)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>LRR, 90th percentile (m per unit)</source>
        <translation>LRR, 90-й процентиль (м на одиницю)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>WLR, mean (m per unit)</source>
        <translation>WLR, середня (м на одиницю)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>WLR, error of the mean (m per unit)</source>
        <translation>WLR, похибка середнього (м на одиницю)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>WLR, median (m per unit)</source>
        <translation>WLR, медіана (м на одиницю)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>WLR, 90th percentile (m per unit)</source>
        <translation>WLR, 90-й процентиль (м на одиницю)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Position (m)</source>
        <translation>Положення (м)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Position error (m)</source>
        <translation>Похибка положення (м)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Reach, farthest (km)</source>
        <translation>Глибина за лінією, найбільша (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Reach, standard error (km)</source>
        <translation>Глибина за лінією, стандартна похибка (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Reach is a lower bound</source>
        <translation>Глибина — нижня межа</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Reach, 95th percentile (km)</source>
        <translation>Глибина за лінією, 95-й процентиль (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Reach, mean (km)</source>
        <translation>Глибина за лінією, середня (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Line covered (km)</source>
        <translation>Охоплено лінії (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Line (km)</source>
        <translation>Лінія (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Held beyond, standard error (km²)</source>
        <translation>Контрольовано за лінією, стандартна похибка (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Reach before, farthest (km)</source>
        <translation>Глибина за лінією до, найбільша (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Reach before is a lower bound</source>
        <translation>Глибина до — нижня межа</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Reach, change (km)</source>
        <translation>Глибина за лінією, зміна (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Reach, change, standard error (km)</source>
        <translation>Глибина за лінією, зміна, стандартна похибка (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Reach before, mean (km)</source>
        <translation>Глибина за лінією до, середня (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Line covered before (km)</source>
        <translation>Охоплено лінії до (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Held beyond before (km²)</source>
        <translation>Контрольовано за лінією до (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Held beyond, change (km²)</source>
        <translation>Контрольовано за лінією, зміна (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Held beyond, change, standard error (km²)</source>
        <translation>Контрольовано за лінією, зміна, стандартна похибка (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Station</source>
        <translation>Станція</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Along the line (km)</source>
        <translation>Уздовж лінії (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <location filename="../styles/texts.py"/>
        <source>Held</source>
        <translation>Контрольовано</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Held from (km)</source>
        <translation>Контрольовано від (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Reach (km)</source>
        <translation>Глибина за лінією (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Reach before (km)</source>
        <translation>Глибина за лінією до (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Change (km)</source>
        <translation>Зміна (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Axis</source>
        <translation>Вісь</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Length of the axis (km)</source>
        <translation>Довжина осі (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Front on the axis before (km)</source>
        <translation>Фронт на осі до (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Front on the axis (km)</source>
        <translation>Фронт на осі (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Advance beyond 1.96 standard errors</source>
        <translation>Просування понад 1,96 стандартної похибки</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Advance (m a day)</source>
        <translation>Просування (м на добу)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Advance since the first map (km)</source>
        <translation>Просування від першої карти (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Path left to the end (km)</source>
        <translation>Шлях, що лишився до кінця (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Width of the box (km)</source>
        <translation>Ширина смуги (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Advance by the box (km)</source>
        <translation>Просування за смугою (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>By the box, standard error (km)</source>
        <translation>За смугою, стандартна похибка (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Advance by the curvilinear box (km)</source>
        <translation>Просування за криволінійною смугою (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>By the curvilinear box, standard error (km)</source>
        <translation>За криволінійною смугою, стандартна похибка (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Position by the box (km)</source>
        <translation>Положення за смугою (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Position by the curvilinear box (km)</source>
        <translation>Положення за криволінійною смугою (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Holder at the end</source>
        <translation>Хто контролює наприкінці</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Held at the start</source>
        <translation>Контрольовано на початку</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>First captured (UTC)</source>
        <translation>Зайнято вперше (UTC)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Last captured (UTC)</source>
        <translation>Зайнято востаннє (UTC)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Last changed hands (UTC)</source>
        <translation>Востаннє перейшло з рук у руки (UTC)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Days held</source>
        <translation>Днів під контролем</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Times it changed hands</source>
        <translation>Скільки разів перейшло з рук у руки</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Gained and held ever since (km²)</source>
        <translation>Здобуто й відтоді контролюється (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Gained and lost again (km²)</source>
        <translation>Здобуто і знову втрачено (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Class</source>
        <translation>Клас</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <location filename="../ui/setup/found_list.py"/>
        <source>Source</source>
        <translation>Джерело</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>File or layer</source>
        <translation>Файл або шар</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Files</source>
        <translation>Файли</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Features read</source>
        <translation>Прочитано об’єктів</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Left out</source>
        <translation>Пропущено</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Left out, why</source>
        <translation>Пропущено, чому</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Repaired</source>
        <translation>Виправлено</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Repaired, why</source>
        <translation>Виправлено, чому</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Held, drawn (km²)</source>
        <translation>Контрольоване, накреслене (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Held, clean (km²)</source>
        <translation>Контрольоване, очищене (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Contested, drawn (km²)</source>
        <translation>Спірне, накреслене (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Contested, clean (km²)</source>
        <translation>Спірне, очищене (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Claimed, drawn (km²)</source>
        <translation>Заявлене, накреслене (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Claimed, clean (km²)</source>
        <translation>Заявлене, очищене (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Liberated, drawn (km²)</source>
        <translation>Звільнене, накреслене (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Liberated, clean (km²)</source>
        <translation>Звільнене, очищене (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Other, drawn (km²)</source>
        <translation>Інше, накреслене (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Other, clean (km²)</source>
        <translation>Інше, очищене (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Repairs (km²)</source>
        <translation>Виправлення (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Overlaps (km²)</source>
        <translation>Накладання (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Gaps closed</source>
        <translation>Закриті шви</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Gaps closed (km²)</source>
        <translation>Закриті шви (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Unchanged</source>
        <translation>Без змін</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Days since the one before</source>
        <translation>Днів від попереднього</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Lines</source>
        <translation>Лінії</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Lines (km)</source>
        <translation>Лінії (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Beyond the theatre (km)</source>
        <translation>Поза театром (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Gaps bridged (km)</source>
        <translation>З’єднані розриви (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Gaps bridged, longest (m)</source>
        <translation>З’єднані розриви, найдовший (м)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Ends extended</source>
        <translation>Продовжені кінці</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Ends extended (km)</source>
        <translation>Продовжені кінці (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Ends extended, longest (m)</source>
        <translation>Продовжені кінці, найдовший (м)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Lines that separate nothing</source>
        <translation>Лінії, що нічого не розділяють</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Lines that separate nothing (km)</source>
        <translation>Лінії, що нічого не розділяють (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Length (m)</source>
        <translation>Довжина (м)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Status</source>
        <translation>Стан</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Simplified by (m)</source>
        <translation>Спрощено на (м)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Front that moved (km)</source>
        <translation>Фронт, що зрушив (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Boundary at the mask (km)</source>
        <translation>Межа біля маски (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Stretches</source>
        <translation>Відрізки</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Class before</source>
        <translation>Клас до</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Class after</source>
        <translation>Клас після</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Contested (km²)</source>
        <translation>Спірне (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Claimed (km²)</source>
        <translation>Заявлене (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Liberated (km²)</source>
        <translation>Звільнене (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Other (km²)</source>
        <translation>Інше (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>No class (km²)</source>
        <translation>Без класу (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Total (km²)</source>
        <translation>Разом (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Code</source>
        <translation>Код</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields.py"/>
        <source>Coarse</source>
        <translation>Грубе</translation>
    </message>
    <message>
        <location filename="../processing/outputs/front_layers.py"/>
        <source>The boundary of {date} is drawn; without a theatre it has no honest length.</source>
        <translation>Межу на {date} накреслено; без театру вона не має чесної довжини.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/front_layers.py"/>
        <source>{length} km simplified by {tolerance} m</source>
        <translation>{length} км зі спрощенням {tolerance} м</translation>
    </message>
    <message>
        <location filename="../processing/outputs/front_layers.py"/>
        <source>Front of {date}, {edge} m off the theatre's edge: {figures}.</source>
        <translation>Фронт на {date}, за {edge} м від межі театру: {figures}.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/front_layers.py"/>
        <source>Since {before} {moved} km of it moved.</source>
        <translation>Від {before} з нього зрушило {moved} км.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/front_layers.py"/>
        <source>Front {dates}</source>
        <translation>Фронт {dates}</translation>
    </message>
    <message>
        <location filename="../processing/outputs/front_layers.py"/>
        <source>Length of the front {dates}</source>
        <translation>Довжина фронту {dates}</translation>
    </message>
    <message>
        <location filename="../processing/outputs/line_layers.py"/>
        <source>Snapshots from lines: {count}, {first} to {last}; gaps bridged: {bridges}, the widest {widest} m; {area} held on the last date.</source>
        <translation>Знімків із ліній: {count}, від {first} до {last}; з’єднано розривів: {bridges}, найширший {widest} м; на останню дату контрольовано {area}.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/line_layers.py"/>
        <source>Snapshots from lines {dates}</source>
        <translation>Знімки з ліній {dates}</translation>
    </message>
    <message>
        <location filename="../processing/outputs/line_layers.py"/>
        <source>Log of the lines {dates}</source>
        <translation>Журнал ліній {dates}</translation>
    </message>
    <message>
        <location filename="../processing/outputs/line_layers.py"/>
        <source>What was joined {dates}</source>
        <translation>Що з’єднано {dates}</translation>
    </message>
    <message>
        <location filename="../processing/outputs/line_layers.py"/>
        <source>{count} lines, {length} km in all, separate nothing (at {places})</source>
        <translation>ліній: {count}, разом {length} км, нічого не розділяють (у {places})</translation>
    </message>
    <message>
        <location filename="../processing/outputs/line_layers.py"/>
        <source>lines of opposite directions border the same ground (at {places})</source>
        <translation>лінії протилежних напрямів обмежують ту саму територію (у {places})</translation>
    </message>
    <message>
        <location filename="../processing/outputs/line_layers.py"/>
        <source>{count} marks lie outside the theatre</source>
        <translation>позначок поза театром: {count}</translation>
    </message>
    <message>
        <location filename="../processing/outputs/line_layers.py"/>
        <source>{area} of land that no line borders is taken for not held; mark it if it is</source>
        <translation>{area} землі, якої не обмежує жодна лінія, вважаються неконтрольованими; поставте позначку, якщо це не так</translation>
    </message>
    <message>
        <location filename="../processing/outputs/projection_layers.py"/>
        <source>all targets together</source>
        <translation>усі цільові території разом</translation>
    </message>
    <message>
        <location filename="../processing/outputs/projection_layers.py"/>
        <source>No projection for {target} (window {window}): {verdict}.</source>
        <translation>Без екстраполяції для {target} (вікно {window}): {verdict}.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/projection_layers.py"/>
        <source>At a pace of {slowest} the remaining {remaining} of {target} would take {fewest} years. This is arithmetic, not a forecast.</source>
        <translation>За темпу {slowest} на решту {remaining} цілі «{target}» пішло б {fewest} р. Це арифметика, а не прогноз.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/projection_layers.py"/>
        <source>At the pace of the last windows ({slowest} to {fastest}) the remaining {remaining} of {target} would take {fewest} to {most} years. This is arithmetic, not a forecast.</source>
        <translation>За темпу останніх вікон (від {slowest} до {fastest}) решта {remaining} для {target} потребувала б від {fewest} до {most} років. Це арифметика, а не прогноз.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/projection_layers.py"/>
        <source>No range is given: too few earlier dates had such paces.</source>
        <translation>Меж не подано: замало раніших дат мали такі темпи.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/projection_layers.py"/>
        <source>Such paces over {days} days usually changed by up to {change} in as many days ({count} earlier dates, hit rate {rate} %): {low} years or more, without an upper limit.</source>
        <translation>Такі темпи за {days} дн. за стільки ж днів зазвичай змінювалися щонайбільше на {change} (раніших дат: {count}, частка влучань {rate} %): {low} років або більше, без верхньої межі.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/projection_layers.py"/>
        <source>Such paces over {days} days usually changed by up to {change} in as many days ({count} earlier dates, hit rate {rate} %): {low} to {high} years.</source>
        <translation>Такі темпи за {days} дн. за стільки ж днів зазвичай змінювалися щонайбільше на {change} (раніших дат: {count}, частка влучань {rate} %): від {low} до {high} років.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/projection_rows.py"/>
        <source>no range: the series is too short for this window</source>
        <translation>меж немає: ряд закороткий для цього вікна</translation>
    </message>
    <message>
        <location filename="../processing/outputs/projection_rows.py"/>
        <source>no range: too few earlier dates had a pace to project</source>
        <translation>меж немає: замало раніших дат мали темп для екстраполяції</translation>
    </message>
    <message>
        <location filename="../processing/outputs/projection_rows.py"/>
        <source>no upper limit: such paces changed by more than this pace</source>
        <translation>верхньої межі немає: такі темпи змінювалися більше, ніж становить цей темп</translation>
    </message>
    <message>
        <location filename="../processing/outputs/projection_rows.py"/>
        <source>from the changes of such paces after earlier dates</source>
        <translation>зі змін таких темпів після раніших дат</translation>
    </message>
    <message>
        <location filename="../processing/outputs/projection_rows.py"/>
        <source>at this pace</source>
        <translation>за такого темпу</translation>
    </message>
    <message>
        <location filename="../processing/outputs/projection_rows.py"/>
        <source>the target has no area of its own: it lies in other targets, or is too small</source>
        <translation>цільова територія не має власної площі: вона лежить в інших або замала</translation>
    </message>
    <message>
        <location filename="../processing/outputs/projection_rows.py"/>
        <source>nothing is left to take</source>
        <translation>не лишилося нічого</translation>
    </message>
    <message>
        <location filename="../processing/outputs/projection_rows.py"/>
        <source>nothing moved in this window, so there is no pace to project</source>
        <translation>у цьому вікні ніщо не зрушило, тож немає темпу для екстраполяції</translation>
    </message>
    <message>
        <location filename="../processing/outputs/projection_rows.py"/>
        <source>the pace does not exceed 1.96 of its standard errors, so there may be none to project</source>
        <translation>темп не перевищує 1,96 своєї стандартної похибки, тож, можливо, темпу для екстраполяції немає</translation>
    </message>
    <message>
        <location filename="../processing/outputs/projection_rows.py"/>
        <source>the side lost ground in this window, so there is nothing to project</source>
        <translation>у цьому вікні сторона втратила територію, тож екстраполювати нічого</translation>
    </message>
    <message>
        <location filename="../processing/outputs/projection_rows.py"/>
        <source>the windows differ in direction, so none of them is a trend</source>
        <translation>вікна розходяться в напрямі, тож жодне з них не є трендом</translation>
    </message>
    <message>
        <location filename="../processing/outputs/reach_layers.py"/>
        <source>On {date} no ground was held beyond the line.</source>
        <translation>На {date} за лінією не було контрольованої території.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/reach_layers.py"/>
        <source>On {date} held ground reached {reach} beyond the line in {sector}, where it covered {covered} of the line: {strip} within {distance} of it.</source>
        <translation>На {date} контрольована територія сягала {reach} за лінію в {sector}, де вона охоплювала {covered} лінії: {strip} у межах {distance} від неї.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/reach_layers.py"/>
        <source>On {date} held ground reached {reach} beyond the line and covered {covered} of it: {strip} within {distance} of it.</source>
        <translation>На {date} контрольована територія сягала {reach} за лінію та охоплювала {covered} її довжини: {strip} у межах {distance} від неї.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/reach_layers.py"/>
        <source>On {date} held ground reached {reach} (± {error}) beyond the line in {sector}, where it covered {covered} of the line: {strip}.</source>
        <translation>На {date} контрольована територія сягала {reach} (± {error}) за лінію в {sector}, де вона охоплювала {covered} лінії: {strip}.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/reach_layers.py"/>
        <source>On {date} held ground reached {reach} (± {error}) beyond the line and covered {covered} of it: {strip}.</source>
        <translation>На {date} контрольована територія сягала {reach} (± {error}) за лінію та охоплювала {covered} її довжини: {strip}.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/reach_layers.py"/>
        <source>On {date} it had reached {reach} there.</source>
        <translation>На {date} вона сягала там {reach}.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/reach_layers.py"/>
        <source>more than {reach}</source>
        <translation>понад {reach}</translation>
    </message>
    <message>
        <location filename="../processing/outputs/reach_layers.py"/>
        <source>No ground of the classes {classes} is held within {distance} beyond the line “{layer}”.</source>
        <translation>У межах {distance} за лінією «{layer}» немає контрольованої території класів {classes}.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/reach_layers.py"/>
        <source>Held ground lies farther than DISTANCE ({distance}) from the line in: {sectors}. Only the ground within it is measured there, so the reach is a lower bound (reach_at_least) in {count} of {rows} rows, without an error and a change. Choose a larger DISTANCE if that ground belongs to the same front.</source>
        <translation>Контрольована територія лежить від лінії далі за DISTANCE ({distance}) у: {sectors}. Там виміряно лише територію в цих межах, тож глибина є нижньою межею (reach_at_least) у {count} з {rows} рядків, без похибки та зміни. Виберіть більший DISTANCE, якщо та територія належить до того самого фронту.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/reach_layers.py"/>
        <source>Reach {date}</source>
        <translation>Глибина за лінією {date}</translation>
    </message>
    <message>
        <location filename="../processing/outputs/reach_layers.py"/>
        <source>Profile of reach {date}</source>
        <translation>Профіль глибини {date}</translation>
    </message>
    <message>
        <location filename="../processing/outputs/reach_layers.py"/>
        <source>Held beyond the line {date}</source>
        <translation>Контрольовано за лінією {date}</translation>
    </message>
    <message>
        <location filename="../processing/outputs/sector_layers.py"/>
        <source>no partition, they overlap by {area} km²</source>
        <translation>не розбиття, вони накладаються на {area} км²</translation>
    </message>
    <message>
        <location filename="../processing/outputs/sector_layers.py"/>
        <source>a partition (no overlaps) around {gaps} gaps of {area} km²</source>
        <translation>розбиття (без накладань) із проміжками: {gaps}, на {area} км²</translation>
    </message>
    <message>
        <location filename="../processing/outputs/sector_layers.py"/>
        <source>a partition (no overlaps, no gaps enclosed)</source>
        <translation>розбиття (без накладань, без охоплених проміжків)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/sector_layers.py"/>
        <source>Sectors: {count}, with {area} in all; {verdict}.</source>
        <translation>Ділянок: {count}, разом {area}; {verdict}.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/sector_layers.py"/>
        <source>Sectors ({method})</source>
        <translation>Ділянки ({method})</translation>
    </message>
    <message>
        <location filename="../processing/outputs/series_layers.py"/>
        <source>No period has data.</source>
        <translation>Жоден період не має даних.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/series_layers.py"/>
        <source>From {first} to {last}, in {count} periods, the net change was {net}</source>
        <translation>Від {first} до {last} чиста зміна (періодів: {count}) становила {net}</translation>
    </message>
    <message>
        <location filename="../processing/outputs/series_layers.py"/>
        <source>From {first} to {last} the net change was {net}</source>
        <translation>Від {first} до {last} чиста зміна становила {net}</translation>
    </message>
    <message>
        <location filename="../processing/outputs/series_layers.py"/>
        <source>the largest net gain was {gain_periods}: {gain}</source>
        <translation>найбільший чистий приріст був {gain_periods}: {gain}</translation>
    </message>
    <message>
        <location filename="../processing/outputs/series_layers.py"/>
        <source>the largest net loss was {loss_periods}: {loss}</source>
        <translation>найбільша чиста втрата була {loss_periods}: {loss}</translation>
    </message>
    <message>
        <location filename="../processing/outputs/series_layers.py"/>
        <source>Change by period {dates}</source>
        <translation>Зміна за періодами {dates}</translation>
    </message>
    <message>
        <location filename="../processing/outputs/series_layers.py"/>
        <source>Gained by period {dates}</source>
        <translation>Здобуто за періодами {dates}</translation>
    </message>
    <message>
        <location filename="../processing/outputs/series_layers.py"/>
        <source>Lost by period {dates}</source>
        <translation>Втрачено за періодами {dates}</translation>
    </message>
    <message>
        <location filename="../processing/outputs/series_rows.py"/>
        <source>the map at the start ({date}) was {age} days old, the usual step is {step}</source>
        <translation>карта на початку ({date}) мала давність {age} дн., звичайний крок — {step}</translation>
    </message>
    <message>
        <location filename="../processing/outputs/series_rows.py"/>
        <source>the map at the end ({date}) was {age} days old, the usual step is {step}</source>
        <translation>карта наприкінці ({date}) мала давність {age} дн., звичайний крок — {step}</translation>
    </message>
    <message>
        <location filename="../processing/outputs/series_rows.py"/>
        <source>most of the map was drawn anew on {days}: part of the change may be redrawing</source>
        <translation>більшу частину карти перекреслено {days}: частина зміни може бути перекресленням</translation>
    </message>
    <message>
        <location filename="../processing/outputs/series_rows.py"/>
        <source>nothing is held on {days}</source>
        <translation>нічого не контролюється {days}</translation>
    </message>
    <message>
        <location filename="../processing/outputs/snapshot_layers.py"/>
        <source>Snapshots: {count} ({sources}), from {first} to {last}.</source>
        <translation>Знімків: {count} ({sources}), від {first} до {last}.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/snapshot_layers.py"/>
        <source>Invalid polygons repaired: {repaired} ({repair} km²); overlaps removed: {overlap} km²; seams narrower than {width} m closed: {seams} ({closed} km²); snapshots unchanged since the one before: {unchanged}.</source>
        <translation>Виправлено некоректних полігонів: {repaired} ({repair} км²), усунуто накладань на {overlap} км², закрито швів, вужчих за {width} м: {seams} ({closed} км²); знімків без змін від попереднього: {unchanged}.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/snapshot_layers.py"/>
        <source>Maps left out: {count}.</source>
        <translation>Пропущено карт: {count}.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/snapshot_layers.py"/>
        <source>Snapshots {dates}</source>
        <translation>Знімки {dates}</translation>
    </message>
    <message>
        <location filename="../processing/outputs/snapshot_layers.py"/>
        <source>Log of snapshots {dates}</source>
        <translation>Журнал знімків {dates}</translation>
    </message>
    <message>
        <location filename="../processing/outputs/transect_layers.py"/>
        <source>From {first} to {last} none of {count} transects can be read.</source>
        <translation>Від {first} до {last} не вдається прочитати жодного з трансектів ({count}).</translation>
    </message>
    <message>
        <location filename="../processing/outputs/transect_layers.py"/>
        <source>From {first} to {last}, on {read} of {count} transects that can be read, the front {moved} on average (± {error}): {advancing} % of it advanced and {retreating} % retreated beyond the error of the maps ({factor} standard errors).</source>
        <translation>Від {first} до {last}, на {read} з {count} трансектів, які можна прочитати, фронт у середньому {moved} (± {error}): {advancing} % його просунулося, а {retreating} % відійшло більше за похибку карт (стандартних похибок: {factor}).</translation>
    </message>
    <message>
        <location filename="../processing/outputs/transect_layers.py"/>
        <source>Transects on which ground changed hands and no front is left to read: {closed}; their movement is not in the mean.</source>
        <translation>Трансектів, де територія перейшла з рук у руки й не лишилося фронту, який можна прочитати: {closed}; їхнього руху в середньому немає.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/transect_layers.py"/>
        <source>The farthest advance is {advance}.</source>
        <translation>Найдальше просування — {advance}.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/transect_layers.py"/>
        <source>The farthest retreat is {retreat}.</source>
        <translation>Найдальший відхід — {retreat}.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/transect_layers.py"/>
        <source>The farthest advance is {advance}, the farthest retreat {retreat}.</source>
        <translation>Найдальше просування — {advance}, найдальший відхід — {retreat}.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/transect_layers.py"/>
        <source>Transects {dates}</source>
        <translation>Трансекти {dates}</translation>
    </message>
    <message>
        <location filename="../processing/outputs/transect_layers.py"/>
        <source>Transects per sector {dates}</source>
        <translation>Трансекти за ділянками {dates}</translation>
    </message>
    <message>
        <location filename="../processing/outputs/transect_layers.py"/>
        <source>Readings on transects {dates}</source>
        <translation>Відліки на трансектах {dates}</translation>
    </message>
    <message>
        <location filename="../processing/outputs/transect_layers.py"/>
        <source>did not move</source>
        <translation>не зрушив</translation>
    </message>
    <message>
        <location filename="../processing/outputs/transect_layers.py"/>
        <source>advanced by {length}</source>
        <translation>просунувся на {length}</translation>
    </message>
    <message>
        <location filename="../processing/outputs/transect_layers.py"/>
        <source>retreated by {length}</source>
        <translation>відійшов на {length}</translation>
    </message>
    <message>
        <location filename="../processing/outputs/transition_layers.py"/>
        <source>From {before} to {after} {changed} changed class: {gained} became held, {grey} of it from contested, and {lost} are no longer held.</source>
        <translation>Від {before} до {after} клас змінили {changed}: {gained} стали контрольованими, з них {grey} зі спірних, а {lost} більше не контрольовані.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/transition_layers.py"/>
        <source>Class before and after, per sector {dates}</source>
        <translation>Клас до й після, за ділянками {dates}</translation>
    </message>
    <message>
        <location filename="../processing/outputs/transition_layers.py"/>
        <source>Matrix of classes {dates}</source>
        <translation>Матриця класів {dates}</translation>
    </message>
    <message>
        <location filename="../processing/outputs/transition_layers.py"/>
        <source>Ground that changed class {dates}</source>
        <translation>Територія, що змінила клас {dates}</translation>
    </message>
    <message>
        <location filename="../processing/outputs/write_errors.py"/>
        <source>Results cannot be written into archives, memory or the network of GDAL. Choose a file on a disk.</source>
        <translation>Результати не можна записати в архіви, пам’ять чи мережу через GDAL. Виберіть файл на диску.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/write_errors.py"/>
        <source>Windows does not allow “{character}” in the name of a file. Choose another one.</source>
        <translation>Windows не дозволяє «{character}» у назві файлу. Виберіть іншу.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/write_errors.py"/>
        <source>The name is too long. Choose a shorter one.</source>
        <translation>Назва задовга. Виберіть коротшу.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/write_errors.py"/>
        <source>That name is reserved. Choose another one.</source>
        <translation>Ця назва зарезервована. Виберіть іншу.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/write_errors.py"/>
        <source>The disk is full. Free some space on it, or choose another one.</source>
        <translation>Диск заповнений. Звільніть на ньому місце або виберіть інший.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/write_errors.py"/>
        <source>That is a folder. Add the name of a file.</source>
        <translation>Це тека. Додайте назву файлу.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/write_errors.py"/>
        <source>The folder {folder} does not exist. Create it, or choose another one.</source>
        <translation>Теки {folder} не існує. Створіть її або виберіть іншу.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/write_errors.py"/>
        <source>You may not write to the folder {folder}. Choose another one.</source>
        <translation>Ви не маєте права запису в теку {folder}. Виберіть іншу.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/write_errors.py"/>
        <source>{name} is open as a layer of this project: {layers}. Remove it from the project and run again, or choose another file.</source>
        <translation>Файл {name} відкрито як шар цього проєкту: {layers}. Вилучіть його з проєкту й запустіть ще раз або виберіть інший файл.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/write_errors.py"/>
        <source>A loaded layer or another program holds {name} open or is writing to it. Remove the layer from the project or close that program, and run again; or choose another file.</source>
        <translation>Завантажений шар або інша програма тримає файл {name} відкритим чи пише в нього. Вилучіть шар із проєкту або закрийте ту програму й запустіть ще раз; або виберіть інший файл.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/write_errors.py"/>
        <source>QGIS cannot write a file with that ending. Use .gpkg.</source>
        <translation>QGIS не може записати файл із таким розширенням. Використайте .gpkg.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/write_errors.py"/>
        <source>Another run has created that file meanwhile, and a table cannot be added to it. Choose another file.</source>
        <translation>Тим часом цей файл створив інший запуск, і додати до нього таблицю не можна. Виберіть інший файл.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/write_errors.py"/>
        <source>Another run is moving its results there. Run again later; if no other run is active, delete {file}.</source>
        <translation>Інший запуск саме переносить туди свої результати. Запустіть пізніше; якщо жоден інший запуск не працює, видаліть {file}.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/write_errors.py"/>
        <source>The file {name} was removed meanwhile. Run again.</source>
        <translation>Файл {name} тим часом видалено. Запустіть ще раз.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/write_errors.py"/>
        <source>The database has no schema “{schema}”. Create it, or choose another one.</source>
        <translation>У базі даних немає схеми «{schema}». Створіть її або виберіть іншу.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/write_errors.py"/>
        <source>The server cannot be reached, or refuses the connection. Check host, port, database, user and password.</source>
        <translation>Сервер недоступний або відмовляє у з’єднанні. Перевірте вузол, порт, базу даних, користувача й пароль.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/write_errors.py"/>
        <source>This user may not write there. Ask for the right, or choose another schema.</source>
        <translation>Цей користувач не має там права запису. Попросіть його або виберіть іншу схему.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/write_errors.py"/>
        <source>The server reported: {reason}</source>
        <translation>Сервер повідомив: {reason}</translation>
    </message>
    <message>
        <location filename="../processing/outputs/writer.py"/>
        <source>A Shapefile cuts texts to {longest} bytes; in {destination} names of {count} rows are cut, and may no longer differ. A GeoPackage keeps them.</source>
        <translation>Shapefile обрізає тексти до {longest} байтів; у {destination} обрізано назви в рядках: {count}, і вони можуть більше не відрізнятися. GeoPackage зберігає їх.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/writer.py"/>
        <source>{path} is not by this plugin and was kept, so the method card is not saved beside the result. QGIS will show that file as its metadata.</source>
        <translation>Файл {path} створено не цим модулем, тож його збережено, а картку методу поруч із результатом не записано. QGIS показуватиме цей файл як його метадані.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/writer.py"/>
        <source>The result is complete, but the method card could not be saved with {destination}: {reason}.</source>
        <translation>Результат повний, але картку методу не вдалося зберегти разом із {destination}: {reason}.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/writer.py"/>
        <source>This format took {taken} of {given} features. Choose another one, such as .gpkg.</source>
        <translation>Цей формат прийняв {taken} з {given} об’єктів. Виберіть інший, наприклад .gpkg.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/writer.py"/>
        <source>The older result is kept in {folder}; the next run there puts it back.</source>
        <translation>Попередній результат збережено в {folder}; наступний запуск у ту теку поверне його на місце.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/writer.py"/>
        <source>{parameter} could not be written to {destination}. {cause}</source>
        <translation>{parameter} не вдалося записати в {destination}. {cause}</translation>
    </message>
    <message>
        <location filename="../processing/outputs/writer.py"/>
        <source>A Shapefile cuts field names to ten characters and loses times of day; {count} fields of {destination} are affected. A GeoPackage keeps them.</source>
        <translation>Shapefile скорочує назви полів до десяти знаків і втрачає час доби; це стосується полів: {count}, у {destination}. GeoPackage їх зберігає.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/maps.py"/>
        <source>Map before</source>
        <translation>Карта «до»</translation>
    </message>
    <message>
        <location filename="../processing/parameters/maps.py"/>
        <source>Polygons of who holds what on the earlier date.</source>
        <translation>Полігони того, хто що контролює на ранішу дату.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/maps.py"/>
        <source>Map after</source>
        <translation>Карта «після»</translation>
    </message>
    <message>
        <location filename="../processing/parameters/maps.py"/>
        <source>Polygons of who holds what on the later date. Results come in its CRS.</source>
        <translation>Полігони того, хто що контролює на пізнішу дату. Результати — у його системі координат.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/maps.py"/>
        <source>Date before</source>
        <translation>Дата «до»</translation>
    </message>
    <message>
        <location filename="../processing/parameters/maps.py"/>
        <source>Date after</source>
        <translation>Дата «після»</translation>
    </message>
    <message>
        <location filename="../processing/parameters/maps.py"/>
        <source>In a layer of many dates: which one to use (the last map at or before it). Otherwise the date of the map, if neither a field nor its name carries one. A date without a time is 00:00 UTC.</source>
        <translation>У шарі з багатьма датами: яку взяти (останню карту на цей момент або раніше). Інакше дата карти, якщо її не дає ні поле, ні назва. Дата без часу — це 00:00 UTC.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/maps.py"/>
        <source>Date of the earlier map</source>
        <translation>Дата ранішої карти</translation>
    </message>
    <message>
        <location filename="../processing/parameters/maps.py"/>
        <source>Field with the maps' dates, if it is not called date; the same in every map layer.</source>
        <translation>Поле з датами карт, якщо воно не називається date; однакове в усіх шарах карт.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/maps.py"/>
        <source>Field with the control class (held, contested, claimed, liberated, other), the same in every map layer. Without one every polygon of a generic map is held.</source>
        <translation>Поле з класом контролю (held, contested, claimed, liberated, other), однакове в усіх шарах карт. Без нього кожен полігон звичайної карти вважається контрольованим.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/maps.py"/>
        <source>Publisher</source>
        <translation>Видавець</translation>
    </message>
    <message>
        <location filename="../processing/parameters/maps.py"/>
        <source>By whose conventions the maps are read. auto recognises known publishers' files, anything else is generic.</source>
        <translation>За чиїми правилами читаються карти. auto розпізнає файли відомих видавців, решта — звичайні карти.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/measuring.py"/>
        <source>Control classes counted as held</source>
        <translation>Класи, що вважаються контрольованими</translation>
    </message>
    <message>
        <location filename="../processing/parameters/measuring.py"/>
        <source>Which classes of the maps count. Only “held” is counted unless you widen it, for instance to held,contested.</source>
        <translation>Які класи карт враховуються. Лише «held», якщо не розширити, наприклад до held,contested.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/measuring.py"/>
        <source>Polygons to measure by. Where they overlap, ground counts once; what lies outside all of them has its own row.</source>
        <translation>Полігони, за якими вимірюють. Де вони накладаються, територія враховується раз; те, що поза всіма, має власний рядок.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/measuring.py"/>
        <source>Field with the sectors' names</source>
        <translation>Поле з назвами ділянок</translation>
    </message>
    <message>
        <location filename="../processing/parameters/measuring.py"/>
        <source>Ground outside goes to a sector within (metres)</source>
        <translation>Територія поза ділянками належить ділянці не далі ніж (метри)</translation>
    </message>
    <message>
        <location filename="../processing/parameters/measuring.py"/>
        <source>Ground outside all sectors, but within this distance of one, counts for the nearest: for sectors whose border or coast is not that of the maps. 0 turns it off.</source>
        <translation>Територія поза всіма ділянками, але не далі за цю відстань від якоїсь із них, зараховується найближчій: для ділянок, чий кордон чи узбережжя не такі, як на картах. 0 вимикає.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/measuring.py"/>
        <source>Theatre (land of the war)</source>
        <translation>Театр (земля, де йде війна)</translation>
    </message>
    <message>
        <location filename="../processing/parameters/measuring.py"/>
        <source>The country or land that is fought over. Its edge (coast, state border) is never front. Without it no honest front length exists, and those fields stay empty.</source>
        <translation>Країна або земля, за яку точаться бої. Її межа (узбережжя, державний кордон) ніколи не є фронтом. Без неї чесної довжини фронту не існує, і ці поля лишаються порожніми.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/measuring.py"/>
        <source>Width of the theatre's edge (metres)</source>
        <translation>Ширина межі театру (метри)</translation>
    </message>
    <message>
        <location filename="../processing/parameters/measuring.py"/>
        <source>A boundary nearer than this to the theatre's edge is not front.</source>
        <translation>Межа, ближча за це до межі театру, не є фронтом.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/measuring.py"/>
        <source>The side's own ground beyond the theatre</source>
        <translation>Власна територія сторони поза театром</translation>
    </message>
    <message>
        <location filename="../processing/parameters/measuring.py"/>
        <source>Counts as held for depth, lodgements and front, never for area: ground taken across the state border then has a depth from there instead of being a lodgement.</source>
        <translation>Вважається контрольованою для глибини, плацдармів і фронту, але ніколи для площі: територія, зайнята через державний кордон, тоді має глибину від нього, а не є плацдармом.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/measuring.py"/>
        <source>Places (points or polygons)</source>
        <translation>Місця (точки або полігони)</translation>
    </message>
    <message>
        <location filename="../processing/parameters/measuring.py"/>
        <source>Settlements to name when they change hands: points, or polygons by their greater part.</source>
        <translation>Населені пункти, які слід назвати, коли вони переходять з рук у руки: точки або полігони, за більшою їх частиною.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/measuring.py"/>
        <source>Field with the places' names</source>
        <translation>Поле з назвами місць</translation>
    </message>
    <message>
        <location filename="../processing/parameters/measuring.py"/>
        <source>Width below which change is noise (metres)</source>
        <translation>Ширина, до якої зміна є шумом (метри)</translation>
    </message>
    <message>
        <location filename="../processing/parameters/measuring.py"/>
        <source>Parts narrower than this (mean width, twice the area over the perimeter) are of kind noise: reported apart, still in the totals. 0 turns it off.</source>
        <translation>Частини, вужчі за це (середня ширина, подвоєна площа на периметр), мають тип noise: подаються окремо, але входять до підсумків. 0 вимикає це.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/measuring.py"/>
        <source>Position error by publisher</source>
        <translation>Похибка положення за видавцем</translation>
    </message>
    <message>
        <location filename="../processing/parameters/measuring.py"/>
        <source>one_publisher: all maps are by one publisher (500 m, 5 km). two_publishers: maps of one publisher are compared with those of another (1,000 m, 20 km). own: POSITION_ERROR and CORRELATION_LENGTH. Left empty: own where one of these was changed, else by the maps.</source>
        <translation>one_publisher: усі карти одного видавця (500 м, 5 км). two_publishers: карти одного видавця порівнюються з картами іншого (1000 м, 20 км). own: POSITION_ERROR і CORRELATION_LENGTH. Якщо порожньо: own, коли щось із них змінено, інакше за картами.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/measuring.py"/>
        <source>Position error of the drawn line (metres)</source>
        <translation>Похибка положення накресленої лінії (метри)</translation>
    </message>
    <message>
        <location filename="../processing/parameters/measuring.py"/>
        <source>How far off the line may be drawn, as a standard deviation. Standard errors follow from it. A gained part farther than this from all ground held before is a lodgement.</source>
        <translation>Наскільки лінію може бути зміщено, як стандартне відхилення. Звідси випливають стандартні похибки. Здобута частина, віддалена від усієї контрольованої раніше території більше, є плацдармом.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/measuring.py"/>
        <source>Correlation length along the line (metres)</source>
        <translation>Довжина кореляції вздовж лінії (метри)</translation>
    </message>
    <message>
        <location filename="../processing/parameters/measuring.py"/>
        <source>Over which length of front one misjudgement shifts the line the same way.</source>
        <translation>На якій довжині фронту одна хибна оцінка зміщує лінію в той самий бік.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/series.py"/>
        <source>A layer with the maps of many dates, a date on each feature, in any order: for instance the result of “Prepare snapshots”.</source>
        <translation>Шар із картами багатьох дат, з датою в кожного об’єкта, у будь-якому порядку: наприклад, результат «Підготувати знімки».</translation>
    </message>
    <message>
        <location filename="../processing/parameters/series.py"/>
        <source>Left empty: the field called date, datetime or day.</source>
        <translation>Якщо порожньо: поле з назвою date, datetime або day.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/series.py"/>
        <source>Left empty: a field called class with control classes; else every polygon is held.</source>
        <translation>Якщо порожньо: поле з назвою class із класами контролю; інакше кожен полігон вважається контрольованим.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/series.py"/>
        <source>snapshot compares each map with the one before; all the last with the first; custom uses STARTS. The map that stands for a boundary is the last one at or before it.</source>
        <translation>snapshot порівнює кожну карту з попередньою; all — останню з першою; custom бере STARTS. За межу періоду править остання карта на цей момент або раніше.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/series.py"/>
        <source>First days of custom periods</source>
        <translation>Перші дні власних періодів</translation>
    </message>
    <message>
        <location filename="../processing/parameters/series.py"/>
        <source>Dates separated by commas, for PERIOD custom. The last period runs to the last map; a single date means “since then”.</source>
        <translation>Дати через кому, для PERIOD custom. Останній період триває до останньої карти; одна дата означає «відтоді».</translation>
    </message>
    <message>
        <location filename="../processing/parameters/series.py"/>
        <source>Offset of the boundaries (days)</source>
        <translation>Зсув меж (дні)</translation>
    </message>
    <message>
        <location filename="../processing/parameters/series.py"/>
        <source>Added to 00:00 UTC of each nominal day. 0 for maps stamped to the second; 1 for daily files that are dated a day late. Printed with the result.</source>
        <translation>Додається до 00:00 UTC кожного номінального дня. 0 для карт із точним часом; 1 для щоденних файлів, датованих на день пізніше. Друкується з результатом.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/series.py"/>
        <source>First date</source>
        <translation>Перша дата</translation>
    </message>
    <message>
        <location filename="../processing/parameters/series.py"/>
        <source>Begin with the last map at or before this; left empty, with the first of all.</source>
        <translation>Почати з останньої карти на цей момент або раніше; якщо порожньо — з найпершої.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/series.py"/>
        <source>Last date</source>
        <translation>Остання дата</translation>
    </message>
    <message>
        <location filename="../processing/parameters/series.py"/>
        <source>End with the last map at or before this; left empty, with the last of all.</source>
        <translation>Закінчити останньою картою на цей момент або раніше; якщо порожньо — найостаннішою.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/series.py"/>
        <source>Field with the position error of each map (metres)</source>
        <translation>Поле з похибкою положення кожної карти (метри)</translation>
    </message>
    <message>
        <location filename="../processing/plausibility.py"/>
        <source>the area of class “{class_name}” goes from {before} ({date_before}) to {here} ({date}){usual}: one of these maps may be incomplete or read wrongly</source>
        <translation>площа класу «{class_name}» змінюється з {before} ({date_before}) до {here} ({date}){usual}: одна з цих карт може бути неповною або хибно прочитаною</translation>
    </message>
    <message>
        <location filename="../processing/plausibility.py"/>
        <source>the area of class “{class_name}” goes from {before} ({date_before}) to {here} ({date}) and back to {back} ({date_after}){usual}: the map of {date} may be incomplete or read wrongly</source>
        <translation>площа класу «{class_name}» змінюється з {before} ({date_before}) до {here} ({date}) і назад до {back} ({date_after}){usual}: карта за {date} може бути неповною або хибно прочитаною</translation>
    </message>
    <message>
        <location filename="../processing/plausibility.py"/>
        <source>, {times} times the usual change of {area}</source>
        <translation>, у {times} разів більше за звичайну зміну {area}</translation>
    </message>
    <message>
        <location filename="../processing/plausibility.py"/>
        <source>the map of {date} is {gap} days from the nearest other map, the usual step is {usual}: check its year and month</source>
        <translation>карта за {date} віддалена від найближчої іншої на {gap} діб, звичайний крок — {usual}: перевірте її рік і місяць</translation>
    </message>
    <message>
        <location filename="../processing/plausibility.py"/>
        <source>{area} of the net change of {net} come from one step, {date_before} to {date}, {times} times the usual one: compare these two maps</source>
        <translation>{area} із чистої зміни {net} припадає на один крок, {date_before} – {date}, у {times} разів більший за звичайний: порівняйте ці дві карти</translation>
    </message>
    <message>
        <location filename="../processing/plausibility.py"/>
        <source>{area} of the {whole} gained ({share} %) lie outside all sectors</source>
        <translation>{area} із {whole} здобутого ({share} %) лежить поза всіма ділянками</translation>
    </message>
    <message>
        <location filename="../processing/plausibility.py"/>
        <source>{area} of the {whole} lost ({share} %) lie outside all sectors</source>
        <translation>{area} із {whole} втраченого ({share} %) лежить поза всіма ділянками</translation>
    </message>
    <message>
        <location filename="../processing/plausibility.py"/>
        <source>{area} gained in {days} are {share} % of the {held} held ({before} before, {after} after): one of the maps may be incomplete or read wrongly.</source>
        <translation>{area}, здобуті за {days}, — це {share} % від контрольованих {held} ({before} до, {after} після): одна з карт може бути неповною або хибно прочитаною.</translation>
    </message>
    <message>
        <location filename="../processing/plausibility.py"/>
        <source>{area} lost in {days} are {share} % of the {held} held ({before} before, {after} after): one of the maps may be incomplete or read wrongly.</source>
        <translation>{area}, втрачені за {days}, — це {share} % від контрольованих {held} ({before} до, {after} після): одна з карт може бути неповною або хибно прочитаною.</translation>
    </message>
    <message>
        <location filename="../processing/plausibility.py"/>
        <source>{area} of the {whole} gained touch no ground held before: the map before may be incomplete, or HOME is missing.</source>
        <translation>{area} із {whole} здобутого не торкається території, контрольованої раніше: карта до може бути неповною або бракує HOME.</translation>
    </message>
    <message>
        <location filename="../processing/plausibility.py"/>
        <source>{length} of the front run along the theatre's edge, nearer than {near} to it, and did not move from {first} to {last} (longest: {longest}, at {place}). Where the border or coast of the maps is not that of THEATRE, this is no front: compare the two, or choose an EDGE_TOLERANCE above {tolerance}.</source>
        <translation>{length} фронту йде вздовж межі театру, ближче за {near} до неї, і не зрушило з {first} до {last} (найдовший відрізок: {longest}, {place}). Де кордон чи узбережжя карт не такі, як у THEATRE, це не фронт: порівняйте їх або оберіть EDGE_TOLERANCE, більший за {tolerance}.</translation>
    </message>
    <message>
        <location filename="../processing/plausibility.py"/>
        <source>More warnings of this kind: {count}; the results list them all.</source>
        <translation>Ще попереджень такого роду: {count}; усі перелічено в результатах.</translation>
    </message>
    <message>
        <location filename="../styles/__init__.py"/>
        <source>There is no style “{key}”. There are: {keys}.</source>
        <translation>Стилю «{key}» немає. Є: {keys}.</translation>
    </message>
    <message>
        <location filename="../styles/__init__.py"/>
        <source>There are no styles “{variant}”. There are: {variants}.</source>
        <translation>Стилів «{variant}» немає. Є: {variants}.</translation>
    </message>
    <message>
        <location filename="../styles/__init__.py"/>
        <source>The style {path} could not be loaded for the layer “{layer}”: {reason}</source>
        <translation>Стиль {path} не вдалося завантажити для шару «{layer}»: {reason}</translation>
    </message>
    <message>
        <location filename="../styles/__init__.py"/>
        <source>The style “{key}” needs a vector layer that can be read.</source>
        <translation>Стиль «{key}» потребує векторного шару, який можна прочитати.</translation>
    </message>
    <message>
        <location filename="../styles/__init__.py"/>
        <source>The style “{key}” is for a layer of {wanted}, but “{layer}” is a layer of {found}.</source>
        <translation>Стиль «{key}» призначено для шару типу {wanted}, а «{layer}» — шар типу {found}.</translation>
    </message>
    <message>
        <location filename="../styles/__init__.py"/>
        <source>The style “{key}” shows the fields {missing}, which the layer “{layer}” does not have.</source>
        <translation>Стиль «{key}» показує поля {missing}, яких шар «{layer}» не має.</translation>
    </message>
    <message>
        <location filename="../styles/capture_date_classes.py"/>
        <source>{first} to {last} {year}</source>
        <translation>від {first} до {last} {year}</translation>
    </message>
    <message>
        <location filename="../styles/capture_date_classes.py"/>
        <source>{first} to {last}</source>
        <translation>від {first} до {last}</translation>
    </message>
    <message>
        <location filename="../styles/map_page.py"/>
        <source>There is nothing to draw: no feature has a geometry.</source>
        <translation>Малювати нічого: жоден об’єкт не має геометрії.</translation>
    </message>
    <message>
        <location filename="../styles/map_page.py"/>
        <source>The map page could not be saved as {path}. Can files be written there?</source>
        <translation>Аркуш карти не вдалося зберегти як {path}. Чи можна туди записувати файли?</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Gained, map noise (under {width} km wide)</source>
        <translation>Здобуто, шум карти (вужче за {width} км)</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Lost, map noise (under {width} km wide)</source>
        <translation>Втрачено, шум карти (вужче за {width} км)</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Map noise (under {width} km wide)</source>
        <translation>Шум карти (вужче за {width} км)</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Gained, map noise</source>
        <translation>Здобуто, шум карти</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Lost, map noise</source>
        <translation>Втрачено, шум карти</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Map noise</source>
        <translation>Шум карти</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Gained, ground (km²)</source>
        <translation>Здобуто, територія (км²)</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Gained, lodgement (km²)</source>
        <translation>Здобуто, плацдарм (км²)</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Lost, ground (km²)</source>
        <translation>Втрачено, територія (км²)</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Lost, lodgement (km²)</source>
        <translation>Втрачено, плацдарм (км²)</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Deepest advance in the sector (km)</source>
        <translation>Найглибше просування на ділянці (км)</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Deepest retreat in the sector (km)</source>
        <translation>Найглибший відхід на ділянці (км)</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Deepest advance of a part</source>
        <translation>Найглибше просування частини</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Deepest retreat of a part</source>
        <translation>Найглибший відхід частини</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Lodgement: how far from ground held before</source>
        <translation>Плацдарм: як далеко від контрольованої раніше території</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Advance along the axis (km)</source>
        <translation>Просування вздовж осі (км)</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Retreat along the axis (km)</source>
        <translation>Відхід уздовж осі (км)</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Farthest held ground beyond the line (km)</source>
        <translation>Найдальша контрольована територія за лінією (км)</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Reach beyond the line</source>
        <translation>Глибина за лінією</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Advance (wide: beyond its error at LEVEL)</source>
        <translation>Просування (товсте: понад свою похибку на рівні LEVEL)</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Retreat (wide: beyond its error at LEVEL)</source>
        <translation>Відхід (товсте: понад свою похибку на рівні LEVEL)</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>No movement</source>
        <translation>Без руху</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>No front left to read: the ground was taken from all sides</source>
        <translation>Фронту для відліку не лишилося: територію зайнято з усіх боків</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <location filename="../ui/results/model.py"/>
        <source>No reading</source>
        <translation>Без відліку</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Advance, up to {speed} m a day</source>
        <translation>Просування, до {speed} м на добу</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Advance, {low} to {high} m a day</source>
        <translation>Просування, від {low} до {high} м на добу</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Advance, over {speed} m a day</source>
        <translation>Просування, понад {speed} м на добу</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Retreat, up to {speed} m a day</source>
        <translation>Відхід, до {speed} м на добу</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Retreat, {low} to {high} m a day</source>
        <translation>Відхід, від {low} до {high} м на добу</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Retreat, over {speed} m a day</source>
        <translation>Відхід, понад {speed} м на добу</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Place gained</source>
        <translation>Здобуте місце</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Place lost</source>
        <translation>Втрачене місце</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Sector, with its net change (km²)</source>
        <translation>Ділянка та її чиста зміна (км²)</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Held before</source>
        <translation>Контрольовано до</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Held after</source>
        <translation>Контрольовано після</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Theatre</source>
        <translation>Театр</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Front before</source>
        <translation>Фронт до</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Front after</source>
        <translation>Фронт після</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Contested or unknown</source>
        <translation>Спірне або невідоме</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Claimed</source>
        <translation>Заявлене</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Held before, no more</source>
        <translation>Контрольоване раніше</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Other</source>
        <translation>Інше</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Front that moved</source>
        <translation>Фронт, що зрушив</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Front that stayed</source>
        <translation>Фронт, що не зрушив</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Boundary at the mask, not counted</source>
        <translation>Межа біля маски, не враховано</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Boundary of the ground held</source>
        <translation>Межа контрольованої території</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Became held (km²)</source>
        <translation>Стало контрольованим (км²)</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>No longer held (km²)</source>
        <translation>Більше не контрольоване (км²)</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Between other classes</source>
        <translation>Між іншими класами</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Held throughout</source>
        <translation>Контрольовано весь час</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Captured</source>
        <translation>Зайнято</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Captured and lost again</source>
        <translation>Зайнято і знову втрачено</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Held at the start and lost</source>
        <translation>Контрольовано на початку і втрачено</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Gap bridged (m)</source>
        <translation>З’єднаний розрив (м)</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>End extended to the theatre's edge (m)</source>
        <translation>Кінець, продовжений до межі театру (м)</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Line that separates nothing</source>
        <translation>Лінія, що нічого не розділяє</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Net gain, {low} km² or more</source>
        <translation>Чистий приріст, {low} км² або більше</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Net gain, {low} to {high} km²</source>
        <translation>Чистий приріст, від {low} до {high} км²</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Less than {high} km² either way</source>
        <translation>Менше ніж {high} км² в обидва боки</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Net loss, {low} to {high} km²</source>
        <translation>Чиста втрата, від {low} до {high} км²</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Net loss, {low} km² or more</source>
        <translation>Чиста втрата, {low} км² або більше</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>from {day}</source>
        <translation>від {day}</translation>
    </message>
    <message>
        <location filename="../styles/variants.py"/>
        <source>Standard</source>
        <translation>Стандартний</translation>
    </message>
    <message>
        <location filename="../styles/variants.py"/>
        <source>Colour-blind safe</source>
        <translation>Для людей із порушенням кольоросприйняття</translation>
    </message>
    <message>
        <location filename="../styles/variants.py"/>
        <source>Dark base map</source>
        <translation>Для темної основи</translation>
    </message>
    <message>
        <location filename="../styles/variants.py"/>
        <source>Black-and-white print</source>
        <translation>Чорно-білий друк</translation>
    </message>
    <message>
        <location filename="../ui/algorithm_runner.py"/>
        <source>QGIS has no algorithm “{}”. Switch on the plugin Processing in the plugin manager.</source>
        <translation>У QGIS немає алгоритму «{}». Увімкніть модуль Processing у менеджері модулів.</translation>
    </message>
    <message>
        <location filename="../ui/history/panel.py"/>
        <source>Every run is kept here with its settings, to be repeated or copied as a command. Press Measure to make the first.</source>
        <translation>Тут зберігається кожен запуск із його параметрами, щоб його повторити або скопіювати як команду. Натисніть «Виміряти», щоб зробити перший.</translation>
    </message>
    <message>
        <location filename="../ui/history/panel.py"/>
        <source>Runs of this project</source>
        <translation>Запуски цього проєкту</translation>
    </message>
    <message>
        <location filename="../ui/history/panel.py"/>
        <source>When</source>
        <translation>Коли</translation>
    </message>
    <message>
        <location filename="../ui/history/panel.py"/>
        <source>Result</source>
        <translation>Результат</translation>
    </message>
    <message>
        <location filename="../ui/history/panel.py"/>
        <source>Repeat</source>
        <translation>Повторити</translation>
    </message>
    <message>
        <location filename="../ui/history/panel.py"/>
        <source>Measure again with the same settings</source>
        <translation>Виміряти ще раз із тими самими параметрами</translation>
    </message>
    <message>
        <location filename="../ui/history/panel.py"/>
        <source>Open as dialog …</source>
        <translation>Відкрити як діалог …</translation>
    </message>
    <message>
        <location filename="../ui/history/panel.py"/>
        <source>Open the Processing dialog filled in with these settings</source>
        <translation>Відкрити діалог Processing, заповнений цими параметрами</translation>
    </message>
    <message>
        <location filename="../ui/history/panel.py"/>
        <source>Copy as qgis_process line</source>
        <translation>Копіювати як рядок qgis_process</translation>
    </message>
    <message>
        <location filename="../ui/history/panel.py"/>
        <source>Copy a command that repeats this run in a terminal</source>
        <translation>Скопіювати команду, що повторює цей запуск у терміналі</translation>
    </message>
    <message>
        <location filename="../ui/history/panel.py"/>
        <source>Copy as Python snippet</source>
        <translation>Копіювати як код Python</translation>
    </message>
    <message>
        <location filename="../ui/history/panel.py"/>
        <source>Copy Python code that repeats this run in the console of QGIS</source>
        <translation>Скопіювати код Python, що повторює цей запуск у консолі QGIS</translation>
    </message>
    <message>
        <location filename="../ui/history/panel.py"/>
        <source>Remove</source>
        <translation>Прибрати</translation>
    </message>
    <message>
        <location filename="../ui/history/panel.py"/>
        <source>Forget this run; its layers stay</source>
        <translation>Забути цей запуск; його шари лишаються</translation>
    </message>
    <message>
        <location filename="../ui/history/snippets.py"/>
        <source>The layer “{name}” is in no file: it exists only in the project where it was measured. Save it to a file and put its path here.</source>
        <translation>Шару «{name}» немає в жодному файлі: він існує лише в проєкті, де його виміряно. Збережіть його у файл і вкажіть тут шлях.</translation>
    </message>
    <message>
        <location filename="../ui/history/snippets.py"/>
        <source>The results are written to files in the current folder.</source>
        <translation>Результати записуються у файли в поточній папці.</translation>
    </message>
    <message>
        <location filename="../ui/history/targets.py"/>
        <source>Repeat makes temporary layers.</source>
        <translation>Повторення створює тимчасові шари.</translation>
    </message>
    <message>
        <location filename="../ui/history/targets.py"/>
        <source>Repeat writes to {targets}</source>
        <translation>Повторення записує в {targets}</translation>
    </message>
    <message>
        <location filename="../ui/history/targets.py"/>
        <source>Replace results?</source>
        <translation>Замінити результати?</translation>
    </message>
    <message>
        <location filename="../ui/history/targets.py"/>
        <source>Repeating this run replaces results that exist. What they hold now will be lost.</source>
        <translation>Повторення цього запуску замінить наявні результати. Те, що в них зараз, буде втрачено.</translation>
    </message>
    <message>
        <location filename="../ui/history/targets.py"/>
        <source>Replace</source>
        <translation>Замінити</translation>
    </message>
    <message>
        <location filename="../ui/install_libraries.py"/>
        <source>A library is missing</source>
        <translation>Бракує бібліотеки</translation>
    </message>
    <message>
        <location filename="../ui/install_libraries.py"/>
        <source>Output of the installer</source>
        <translation>Повідомлення інсталятора</translation>
    </message>
    <message>
        <location filename="../ui/install_libraries.py"/>
        <source>Installing</source>
        <translation>Установлення</translation>
    </message>
    <message>
        <location filename="../ui/install_libraries.py"/>
        <source>&amp;Install</source>
        <translation>&amp;Установити</translation>
    </message>
    <message>
        <location filename="../ui/install_libraries.py"/>
        <source>If you agree, this command downloads shapely {version} (about 3 MB) from the Python Package Index. It writes only into the folder named in it, in your QGIS profile: QGIS, numpy and everything else stay as they are. To undo it, delete that folder.</source>
        <translation>Якщо ви згодні, ця команда завантажить shapely {version} (близько 3 МБ) з Python Package Index. Вона пише лише в названу в ній папку вашого профілю QGIS: QGIS, numpy і все інше лишається, як є. Щоб скасувати, видаліть цю папку.</translation>
    </message>
    <message>
        <location filename="../ui/install_libraries.py"/>
        <source>Command to run</source>
        <translation>Команда для виконання</translation>
    </message>
    <message>
        <location filename="../ui/install_libraries.py"/>
        <source>The installation was cancelled. Nothing was installed.</source>
        <translation>Установлення скасовано. Нічого не встановлено.</translation>
    </message>
    <message>
        <location filename="../ui/install_libraries.py"/>
        <source>The installation failed; the output of the installer is below. Nothing was installed.</source>
        <translation>Установлення не вдалося; нижче — повідомлення інсталятора. Нічого не встановлено.</translation>
    </message>
    <message>
        <location filename="../ui/install_libraries.py"/>
        <source>Library installed</source>
        <translation>Бібліотеку встановлено</translation>
    </message>
    <message>
        <location filename="../ui/install_libraries.py"/>
        <source>shapely is installed. You can measure now.</source>
        <translation>shapely встановлено. Тепер можна вимірювати.</translation>
    </message>
    <message>
        <location filename="../ui/install_libraries.py"/>
        <source>The installation succeeded. Restart QGIS to use it.</source>
        <translation>Установлення вдалося. Перезапустіть QGIS, щоб ним скористатися.</translation>
    </message>
    <message>
        <location filename="../ui/install_libraries.py"/>
        <source>Installing shapely …</source>
        <translation>Установлюється shapely …</translation>
    </message>
    <message>
        <location filename="../ui/install_libraries.py"/>
        <source>&amp;Cancel</source>
        <translation>&amp;Скасувати</translation>
    </message>
    <message>
        <location filename="../ui/install_libraries.py"/>
        <source>This QGIS has no pip. If you agree, QGIS itself downloads shapely (about 3 MB) from {address}, checks it and unpacks it into {folder}, in your QGIS profile. Everything else stays as it is. To undo it, delete that folder.</source>
        <translation>У цьому QGIS немає pip. Якщо ви згодні, сам QGIS завантажить shapely (близько 3 МБ) з {address}, перевірить і розпакує в {folder}, у вашому профілі QGIS. Усе інше лишається, як є. Щоб скасувати, видаліть цю папку.</translation>
    </message>
    <message>
        <location filename="../ui/layer_group.py"/>
        <source>Places changed</source>
        <translation>Місця, що змінили контроль</translation>
    </message>
    <message>
        <location filename="../ui/layer_group.py"/>
        <source>Depth</source>
        <translation>Глибина</translation>
    </message>
    <message>
        <location filename="../ui/layer_group.py"/>
        <location filename="../ui/results/result.py"/>
        <source>Gained</source>
        <translation>Здобуто</translation>
    </message>
    <message>
        <location filename="../ui/layer_group.py"/>
        <location filename="../ui/results/result.py"/>
        <source>Lost</source>
        <translation>Втрачено</translation>
    </message>
    <message>
        <location filename="../ui/map_import.py"/>
        <source>Maps ({patterns})</source>
        <translation>Карти ({patterns})</translation>
    </message>
    <message>
        <location filename="../ui/map_import.py"/>
        <source>Add maps</source>
        <translation>Додати карти</translation>
    </message>
    <message>
        <location filename="../ui/map_import.py"/>
        <source>All files (*)</source>
        <translation>Усі файли (*)</translation>
    </message>
    <message>
        <location filename="../ui/map_import.py"/>
        <source>Sectors of the sample</source>
        <translation>Ділянки прикладу</translation>
    </message>
    <message>
        <location filename="../ui/presenter.py"/>
        <source>Making sectors …</source>
        <translation>Створення ділянок …</translation>
    </message>
    <message>
        <location filename="../ui/presenter.py"/>
        <source>Preparing maps …</source>
        <translation>Підготовка карт …</translation>
    </message>
    <message>
        <location filename="../ui/presenter.py"/>
        <source>This run cannot be repeated: the project has no layer {layers} any more. Add it again.</source>
        <translation>Цей запуск не можна повторити: у проєкті більше немає шару {layers}. Додайте його знову.</translation>
    </message>
    <message>
        <location filename="../ui/presenter.py"/>
        <source>Stopping …</source>
        <translation>Зупинка …</translation>
    </message>
    <message>
        <location filename="../ui/presenter.py"/>
        <source>Measuring …</source>
        <translation>Вимірювання …</translation>
    </message>
    <message>
        <location filename="../ui/presenter.py"/>
        <source>Stopped; nothing was changed.</source>
        <translation>Зупинено; нічого не змінено.</translation>
    </message>
    <message>
        <location filename="../ui/results/chart.py"/>
        <source>Chart of a series</source>
        <translation>Діаграма ряду</translation>
    </message>
    <message>
        <location filename="../ui/results/chart.py"/>
        <source>“{file}” was not saved: its name must end in .svg or .png.</source>
        <translation>«{file}» не збережено: назва має закінчуватися на .svg або .png.</translation>
    </message>
    <message>
        <location filename="../ui/results/chart.py"/>
        <source>PNG picture (*.png)</source>
        <translation>Зображення PNG (*.png)</translation>
    </message>
    <message>
        <location filename="../ui/results/chart.py"/>
        <source>SVG drawing (*.svg)</source>
        <translation>Рисунок SVG (*.svg)</translation>
    </message>
    <message>
        <location filename="../ui/results/chart.py"/>
        <source>Save the chart</source>
        <translation>Зберегти діаграму</translation>
    </message>
    <message>
        <location filename="../ui/results/chart.py"/>
        <source>Chart saved in {file}</source>
        <translation>Діаграму збережено у {file}</translation>
    </message>
    <message>
        <location filename="../ui/results/chart.py"/>
        <source>&amp;Save the chart …</source>
        <translation>&amp;Зберегти діаграму …</translation>
    </message>
    <message>
        <location filename="../ui/results/chart.py"/>
        <source>&amp;Copy the chart</source>
        <translation>&amp;Копіювати діаграму</translation>
    </message>
    <message>
        <location filename="../ui/results/chart.py"/>
        <source>A chart is drawn when change is measured for each day, week, month or snapshot.</source>
        <translation>Діаграма малюється, коли зміну виміряно за кожен день, тиждень, місяць чи знімок.</translation>
    </message>
    <message>
        <location filename="../ui/results/chart_bars.py"/>
        <location filename="../ui/results/chart_labels.py"/>
        <source>{first} to {last} (UTC)</source>
        <translation>від {first} до {last} (UTC)</translation>
    </message>
    <message>
        <location filename="../ui/results/chart_labels.py"/>
        <source>gained</source>
        <translation>здобуто</translation>
    </message>
    <message>
        <location filename="../ui/results/chart_labels.py"/>
        <source>lost</source>
        <translation>втрачено</translation>
    </message>
    <message>
        <location filename="../ui/results/chart_labels.py"/>
        <source>net</source>
        <translation>чиста зміна</translation>
    </message>
    <message>
        <location filename="../ui/results/chart_labels.py"/>
        <source>incomplete</source>
        <translation>неповний</translation>
    </message>
    <message>
        <location filename="../ui/results/chart_labels.py"/>
        <source>no data</source>
        <translation>немає даних</translation>
    </message>
    <message>
        <location filename="../ui/results/chart_labels.py"/>
        <source>gained {number}</source>
        <translation>здобуто {number}</translation>
    </message>
    <message>
        <location filename="../ui/results/chart_labels.py"/>
        <source>lost {number}</source>
        <translation>втрачено {number}</translation>
    </message>
    <message>
        <location filename="../ui/results/chart_labels.py"/>
        <source>net {number}</source>
        <translation>чиста зміна {number}</translation>
    </message>
    <message>
        <location filename="../ui/results/chart_labels.py"/>
        <source>period not complete</source>
        <translation>період неповний</translation>
    </message>
    <message>
        <location filename="../ui/results/chart_print.py"/>
        <source>This QGIS cannot write SVG. Save the chart as PNG.</source>
        <translation>Цей QGIS не може записати SVG. Збережіть діаграму як PNG.</translation>
    </message>
    <message>
        <location filename="../ui/results/filter_bar.py"/>
        <source>Search names and periods</source>
        <translation>Шукати назви й періоди</translation>
    </message>
    <message>
        <location filename="../ui/results/filter_bar.py"/>
        <source>Shows rows that have all these words ({key}); Esc shows all again</source>
        <translation>Показує рядки, що містять усі ці слова ({key}); Esc показує знову всі</translation>
    </message>
    <message>
        <location filename="../ui/results/filter_bar.py"/>
        <source>Search the table</source>
        <translation>Пошук у таблиці</translation>
    </message>
    <message>
        <location filename="../ui/results/filter_bar.py"/>
        <source>Rows shown</source>
        <translation>Показані рядки</translation>
    </message>
    <message>
        <location filename="../ui/results/filter_bar.py"/>
        <source>View</source>
        <translation>Вигляд</translation>
    </message>
    <message>
        <location filename="../ui/results/filter_bar.py"/>
        <source>Columns, errors and units</source>
        <translation>Стовпці, похибки та одиниці</translation>
    </message>
    <message>
        <location filename="../ui/results/filter_bar.py"/>
        <source>E&amp;xport</source>
        <translation>Експор&amp;т</translation>
    </message>
    <message>
        <location filename="../ui/results/filter_bar.py"/>
        <source>Copy the table or save it as CSV</source>
        <translation>Скопіювати таблицю або зберегти її як CSV</translation>
    </message>
    <message>
        <location filename="../ui/results/filter_bar.py"/>
        <source>Save the table</source>
        <translation>Зберегти таблицю</translation>
    </message>
    <message>
        <location filename="../ui/results/filter_bar.py"/>
        <source>CSV table (*.csv)</source>
        <translation>Таблиця CSV (*.csv)</translation>
    </message>
    <message>
        <location filename="../ui/results/filter_bar.py"/>
        <source>{count} rows saved in {file}</source>
        <translation>Рядків збережено у {file}: {count}</translation>
    </message>
    <message>
        <location filename="../ui/results/filter_bar.py"/>
        <source>&amp;Errors beside the values (±)</source>
        <translation>&amp;Похибки біля значень (±)</translation>
    </message>
    <message>
        <location filename="../ui/results/filter_bar.py"/>
        <source>Areas in &amp;square kilometres</source>
        <translation>Площі у &amp;квадратних кілометрах</translation>
    </message>
    <message>
        <location filename="../ui/results/filter_bar.py"/>
        <source>Areas in square &amp;miles</source>
        <translation>Площі у квадратних &amp;милях</translation>
    </message>
    <message>
        <location filename="../ui/results/filter_bar.py"/>
        <source>Distances in &amp;kilometres</source>
        <translation>Відстані в к&amp;ілометрах</translation>
    </message>
    <message>
        <location filename="../ui/results/filter_bar.py"/>
        <source>Distances in m&amp;iles</source>
        <translation>Відстані в ми&amp;лях</translation>
    </message>
    <message>
        <location filename="../ui/results/filter_bar.py"/>
        <source>&amp;Copy the whole table</source>
        <translation>&amp;Копіювати всю таблицю</translation>
    </message>
    <message>
        <location filename="../ui/results/filter_bar.py"/>
        <source>&amp;Save as CSV, columns shown …</source>
        <translation>&amp;Зберегти як CSV, показані стовпці …</translation>
    </message>
    <message>
        <location filename="../ui/results/filter_bar.py"/>
        <source>Save as CSV, &amp;all columns …</source>
        <translation>Зберегти як CSV, &amp;усі стовпці …</translation>
    </message>
    <message>
        <location filename="../ui/results/filter_bar.py"/>
        <source>{count} rows</source>
        <translation>Рядків: {count}</translation>
    </message>
    <message>
        <location filename="../ui/results/filter_bar.py"/>
        <source>{shown} of {count}</source>
        <translation>{shown} з {count}</translation>
    </message>
    <message>
        <location filename="../ui/results/messages.py"/>
        <source>Nothing measured yet.

Choose two dated maps above and press Measure. You get a headline, a table per sector and a group of styled layers on the map; your own layers stay as they are.</source>
        <translation>Ще нічого не виміряно.

Виберіть угорі дві датовані карти й натисніть «Виміряти». Ви отримаєте підсумок, таблицю за ділянками та групу оформлених шарів на карті; ваші власні шари лишаться, як є.</translation>
    </message>
    <message>
        <location filename="../ui/results/messages.py"/>
        <source>This is a fault of the plugin, not of your data: {fault}. Please report it with the text in the log.</source>
        <translation>Це помилка модуля, а не ваших даних: {fault}. Повідомте про неї, додавши текст із журналу.</translation>
    </message>
    <message>
        <location filename="../ui/results/messages.py"/>
        <source>{count} more in the log.</source>
        <translation>Ще {count} у журналі.</translation>
    </message>
    <message>
        <location filename="../ui/results/model.py"/>
        <source>standard error {number} {unit}</source>
        <translation>стандартна похибка {number} {unit}</translation>
    </message>
    <message>
        <location filename="../ui/results/pane.py"/>
        <source>Install shapel&amp;y …</source>
        <translation>&amp;Установити shapely …</translation>
    </message>
    <message>
        <location filename="../ui/results/pane.py"/>
        <source>Open the lo&amp;g</source>
        <translation>Відкрити &amp;журнал</translation>
    </message>
    <message>
        <location filename="../ui/results/pane.py"/>
        <source>Results</source>
        <translation>Результати</translation>
    </message>
    <message>
        <location filename="../ui/results/pane.py"/>
        <source>Summary</source>
        <translation>Підсумок</translation>
    </message>
    <message>
        <location filename="../ui/results/pane.py"/>
        <source>Table</source>
        <translation>Таблиця</translation>
    </message>
    <message>
        <location filename="../ui/results/pane.py"/>
        <source>Chart</source>
        <translation>Діаграма</translation>
    </message>
    <message>
        <location filename="../ui/results/pane.py"/>
        <source>History</source>
        <translation>Історія</translation>
    </message>
    <message>
        <location filename="../ui/results/pane.py"/>
        <location filename="../ui/setup/maps_box.py"/>
        <source>Try the sample</source>
        <translation>Спробувати на прикладі</translation>
    </message>
    <message>
        <location filename="../ui/results/pane.py"/>
        <source>The choices above have changed since this result was measured.</source>
        <translation>Вибір угорі змінився, відколи цей результат виміряно.</translation>
    </message>
    <message>
        <location filename="../ui/results/pane.py"/>
        <source>Copy text</source>
        <translation>Копіювати текст</translation>
    </message>
    <message>
        <location filename="../ui/results/pane.py"/>
        <source>Copy the headline, the figures and the method</source>
        <translation>Скопіювати підсумок, числа й метод</translation>
    </message>
    <message>
        <location filename="../ui/results/pane.py"/>
        <source>Remove this result</source>
        <translation>Прибрати цей результат</translation>
    </message>
    <message>
        <location filename="../ui/results/pane.py"/>
        <source>Remove the layers of this result from the project; nothing else changes</source>
        <translation>Вилучити шари цього результату з проєкту; решта не змінюється</translation>
    </message>
    <message>
        <location filename="../ui/results/pane.py"/>
        <source>Sector of the chart</source>
        <translation>Ділянка діаграми</translation>
    </message>
    <message>
        <location filename="../ui/results/pane.py"/>
        <source>Save picture …</source>
        <translation>Зберегти зображення …</translation>
    </message>
    <message>
        <location filename="../ui/results/pane.py"/>
        <source>Save the chart as SVG or PNG</source>
        <translation>Зберегти діаграму як SVG або PNG</translation>
    </message>
    <message>
        <location filename="../ui/results/pane.py"/>
        <source>Hide the choices above, for a larger result</source>
        <translation>Сховати вибір угорі, щоб результат мав більше місця</translation>
    </message>
    <message>
        <location filename="../ui/results/pane.py"/>
        <source>Measure a series to get a chart.</source>
        <translation>Виміряйте ряд, щоб отримати діаграму.</translation>
    </message>
    <message>
        <location filename="../ui/results/pane.py"/>
        <source>All sectors together</source>
        <translation>Усі ділянки разом</translation>
    </message>
    <message>
        <location filename="../ui/results/presenter.py"/>
        <source>Change {title}</source>
        <translation>Зміна {title}</translation>
    </message>
    <message>
        <location filename="../ui/results/result.py"/>
        <source>sum of the periods</source>
        <translation>сума за періодами</translation>
    </message>
    <message>
        <location filename="../ui/results/result.py"/>
        <source>Net</source>
        <translation>Чиста зміна</translation>
    </message>
    <message>
        <location filename="../ui/results/result.py"/>
        <source>Deepest advance</source>
        <translation>Найглибше просування</translation>
    </message>
    <message>
        <location filename="../ui/results/result.py"/>
        <source>over {days} days</source>
        <translation>за {days} дн.</translation>
    </message>
    <message>
        <location filename="../ui/results/result.py"/>
        <source>Pace per day</source>
        <translation>Темп на добу</translation>
    </message>
    <message>
        <location filename="../ui/results/result.py"/>
        <source>date of capture</source>
        <translation>дата зайняття</translation>
    </message>
    <message>
        <location filename="../ui/results/result.py"/>
        <source>map to map</source>
        <translation>від карти до карти</translation>
    </message>
    <message>
        <location filename="../ui/results/result.py"/>
        <source>by day</source>
        <translation>за днями</translation>
    </message>
    <message>
        <location filename="../ui/results/result.py"/>
        <source>by week</source>
        <translation>за тижнями</translation>
    </message>
    <message>
        <location filename="../ui/results/result.py"/>
        <source>by month</source>
        <translation>за місяцями</translation>
    </message>
    <message>
        <location filename="../ui/results/result.py"/>
        <source>by quarter</source>
        <translation>за кварталами</translation>
    </message>
    <message>
        <location filename="../ui/results/result.py"/>
        <source>by year</source>
        <translation>за роками</translation>
    </message>
    <message>
        <location filename="../ui/results/result.py"/>
        <source>by periods of your own</source>
        <translation>за власними періодами</translation>
    </message>
    <message>
        <location filename="../ui/results/saving.py"/>
        <source>“{file}” was not saved: the disk is full. Free some space or choose another one.</source>
        <translation>«{file}» не збережено: диск заповнено. Звільніть місце або виберіть інший диск.</translation>
    </message>
    <message>
        <location filename="../ui/results/saving.py"/>
        <source>“{file}” was not saved: {folder} may not be written to, or the file is open in another program. Choose another folder, or close the file there.</source>
        <translation>«{file}» не збережено: у {folder} не можна писати або файл відкрито в іншій програмі. Виберіть іншу папку або закрийте там файл.</translation>
    </message>
    <message>
        <location filename="../ui/results/saving.py"/>
        <source>“{file}” was not saved: there is no folder {folder}. Choose another one.</source>
        <translation>«{file}» не збережено: немає папки {folder}. Виберіть іншу.</translation>
    </message>
    <message>
        <location filename="../ui/results/saving.py"/>
        <source>“{file}” was not saved in {folder}: {reason}.</source>
        <translation>«{file}» не збережено в {folder}: {reason}.</translation>
    </message>
    <message>
        <location filename="../ui/results/table.py"/>
        <source>&amp;Copy rows</source>
        <translation>&amp;Копіювати рядки</translation>
    </message>
    <message>
        <location filename="../ui/results/table.py"/>
        <source>Copy the &amp;whole table</source>
        <translation>Копіювати &amp;всю таблицю</translation>
    </message>
    <message>
        <location filename="../ui/results/table.py"/>
        <source>C&amp;olumns</source>
        <translation>С&amp;товпці</translation>
    </message>
    <message>
        <location filename="../ui/run_feedback.py"/>
        <source>The algorithm stopped without giving a reason.</source>
        <translation>Алгоритм зупинився, не назвавши причини.</translation>
    </message>
    <message>
        <location filename="../ui/sample_data.py"/>
        <source>Making the sample maps</source>
        <translation>Створення карт прикладу</translation>
    </message>
    <message>
        <location filename="../ui/sample_data.py"/>
        <source>The sample could not be written to {folder}: {reason}. Free some space there.</source>
        <translation>Приклад не вдалося записати у {folder}: {reason}. Звільніть там місце.</translation>
    </message>
    <message>
        <location filename="../ui/setup/action_bar.py"/>
        <source>Meas&amp;ure</source>
        <translation>Ви&amp;міряти</translation>
    </message>
    <message>
        <location filename="../ui/setup/action_bar.py"/>
        <source>Progress</source>
        <translation>Перебіг</translation>
    </message>
    <message>
        <location filename="../ui/setup/action_bar.py"/>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <location filename="../ui/setup/construct_sectors.py"/>
        <source>Sectors from regions</source>
        <translation>Ділянки з регіонів</translation>
    </message>
    <message>
        <location filename="../ui/setup/construct_sectors.py"/>
        <source>Country, in English or by its ISO code such as UA:</source>
        <translation>Країна, англійською або кодом ISO, наприклад UA:</translation>
    </message>
    <message>
        <location filename="../ui/setup/construct_sectors.py"/>
        <source>Sectors around places</source>
        <translation>Ділянки навколо місць</translation>
    </message>
    <message>
        <location filename="../ui/setup/construct_sectors.py"/>
        <source>Sectors along axes</source>
        <translation>Ділянки вздовж осей</translation>
    </message>
    <message>
        <location filename="../ui/setup/construct_sectors.py"/>
        <source>Add a layer of points to the project first, for example of towns.</source>
        <translation>Спершу додайте до проєкту шар точок, наприклад міст.</translation>
    </message>
    <message>
        <location filename="../ui/setup/construct_sectors.py"/>
        <source>Add a layer of lines to the project first, for example roads.</source>
        <translation>Спершу додайте до проєкту шар ліній, наприклад доріг.</translation>
    </message>
    <message>
        <location filename="../ui/setup/construct_sectors.py"/>
        <source>Layer:</source>
        <translation>Шар:</translation>
    </message>
    <message>
        <location filename="../ui/setup/date_field.py"/>
        <source>YYYY-MM-DD</source>
        <translation>РРРР-ММ-ДД</translation>
    </message>
    <message>
        <location filename="../ui/setup/drop.py"/>
        <source>Reading map files</source>
        <translation>Читання файлів карт</translation>
    </message>
    <message>
        <location filename="../ui/setup/drop.py"/>
        <source>It is in the project already.</source>
        <translation>Він уже є в проєкті.</translation>
    </message>
    <message>
        <location filename="../ui/setup/drop.py"/>
        <source>QGIS cannot read it.</source>
        <translation>QGIS не може його прочитати.</translation>
    </message>
    <message>
        <location filename="../ui/setup/found_list.py"/>
        <source>Maps found</source>
        <translation>Знайдені карти</translation>
    </message>
    <message>
        <location filename="../ui/setup/found_list.py"/>
        <source>F2 corrects the date of a layer with one map, Delete undoes the correction.</source>
        <translation>F2 виправляє дату шару з однією картою, Delete скасовує виправлення.</translation>
    </message>
    <message>
        <location filename="../ui/setup/found_list.py"/>
        <source>Classes</source>
        <translation>Класи</translation>
    </message>
    <message>
        <location filename="../ui/setup/found_list.py"/>
        <source>Layer</source>
        <translation>Шар</translation>
    </message>
    <message>
        <location filename="../ui/setup/found_list.py"/>
        <source>From the layer's date field; it can be corrected in the layer.</source>
        <translation>З поля дати шару; виправити можна в шарі.</translation>
    </message>
    <message>
        <location filename="../ui/setup/found_list.py"/>
        <source>Set by you. Delete restores the date that was found.</source>
        <translation>Задано вами. Delete повертає знайдену дату.</translation>
    </message>
    <message>
        <location filename="../ui/setup/found_list.py"/>
        <source>Found in the layer or its name. Double-click or F2 to correct it.</source>
        <translation>Знайдено в шарі або його назві. Виправити: подвійне клацання або F2.</translation>
    </message>
    <message>
        <location filename="../ui/setup/found_maps.py"/>
        <source>held</source>
        <translation>контрольовано</translation>
    </message>
    <message>
        <location filename="../ui/setup/found_maps.py"/>
        <source>contested</source>
        <translation>спірне</translation>
    </message>
    <message>
        <location filename="../ui/setup/found_maps.py"/>
        <source>claimed</source>
        <translation>заявлене</translation>
    </message>
    <message>
        <location filename="../ui/setup/found_maps.py"/>
        <source>liberated</source>
        <translation>звільнене</translation>
    </message>
    <message>
        <location filename="../ui/setup/found_maps.py"/>
        <source>other</source>
        <translation>інше</translation>
    </message>
    <message>
        <location filename="../ui/setup/found_maps.py"/>
        <source>Looking for maps</source>
        <translation>Пошук карт</translation>
    </message>
    <message>
        <location filename="../ui/setup/map_rows.py"/>
        <source>&amp;Before</source>
        <translation>&amp;Карта до</translation>
    </message>
    <message>
        <location filename="../ui/setup/map_rows.py"/>
        <source>&amp;After</source>
        <translation>Карта післ&amp;я</translation>
    </message>
    <message>
        <location filename="../ui/setup/map_rows.py"/>
        <source>Choose the earlier map</source>
        <translation>Виберіть ранішу карту</translation>
    </message>
    <message>
        <location filename="../ui/setup/map_rows.py"/>
        <source>Choose the later map</source>
        <translation>Виберіть пізнішу карту</translation>
    </message>
    <message>
        <location filename="../ui/setup/map_rows.py"/>
        <source>Date of the map before, in UTC</source>
        <translation>Дата карти «до», UTC</translation>
    </message>
    <message>
        <location filename="../ui/setup/map_rows.py"/>
        <source>Date of the map after, in UTC</source>
        <translation>Дата карти «після», UTC</translation>
    </message>
    <message>
        <location filename="../ui/setup/map_rows.py"/>
        <source>Use the date that was found</source>
        <translation>Узяти знайдену дату</translation>
    </message>
    <message>
        <location filename="../ui/setup/map_rows.py"/>
        <source>In UTC, as 2025-06-30 or 2025-06-30 18:00. Found in a field, the layer's name or its file's name. Correct it here if it is wrong.</source>
        <translation>UTC, як-от 2025-06-30 або 2025-06-30 18:00. Знайдено в полі, у назві шару або файлу. Виправте її тут, якщо вона неправильна.</translation>
    </message>
    <message>
        <location filename="../ui/setup/maps_box.py"/>
        <source>Show the maps that were found</source>
        <translation>Показати знайдені карти</translation>
    </message>
    <message>
        <location filename="../ui/setup/maps_box.py"/>
        <source>Add maps …</source>
        <translation>Додати карти …</translation>
    </message>
    <message>
        <location filename="../ui/setup/maps_box.py"/>
        <source>Load map files. Files and folders may also be dropped anywhere on this panel.</source>
        <translation>Завантажити файли карт. Файли й папки можна також перетягнути будь-куди на цю панель.</translation>
    </message>
    <message>
        <location filename="../ui/setup/maps_box.py"/>
        <source>Make the maps of a fictional land, load them and measure.</source>
        <translation>Створити карти вигаданої країни, завантажити їх і виміряти.</translation>
    </message>
    <message>
        <location filename="../ui/setup/maps_box.py"/>
        <source>Reading files: {percent} %</source>
        <translation>Читання файлів: {percent} %</translation>
    </message>
    <message>
        <location filename="../ui/setup/maps_box.py"/>
        <source>Write the first day of the span, as YYYY-MM-DD.</source>
        <translation>Напишіть перший день проміжку як РРРР-ММ-ДД.</translation>
    </message>
    <message>
        <location filename="../ui/setup/maps_box.py"/>
        <source>Own choice</source>
        <translation>Власний вибір</translation>
    </message>
    <message>
        <location filename="../ui/setup/maps_box.py"/>
        <source>Span of time</source>
        <translation>Проміжок часу</translation>
    </message>
    <message>
        <location filename="../ui/setup/maps_box.py"/>
        <source>A usual span; or move the two handles above.</source>
        <translation>Звичний проміжок; або пересуньте два повзунки вище.</translation>
    </message>
    <message>
        <location filename="../ui/setup/maps_box.py"/>
        <source>Span</source>
        <translation>Проміжок</translation>
    </message>
    <message>
        <location filename="../ui/setup/maps_box.py"/>
        <source>First day of the span</source>
        <translation>Перший день проміжку</translation>
    </message>
    <message>
        <location filename="../ui/setup/maps_box.py"/>
        <source>First day of the span, in UTC, as 2025-06-30.</source>
        <translation>Перший день проміжку, UTC, як-от 2025-06-30.</translation>
    </message>
    <message>
        <location filename="../ui/setup/messages.py"/>
        <source>Looking for maps …</source>
        <translation>Пошук карт …</translation>
    </message>
    <message>
        <location filename="../ui/setup/messages.py"/>
        <source>No dated maps yet. Add some, or drop files here.</source>
        <translation>Датованих карт ще немає. Додайте їх або перетягніть сюди файли.</translation>
    </message>
    <message>
        <location filename="../ui/setup/messages.py"/>
        <source>One map, {date}</source>
        <translation>Одна карта, {date}</translation>
    </message>
    <message>
        <location filename="../ui/setup/messages.py"/>
        <source>{count} maps, {first} to {last}</source>
        <translation>Карт: {count}, від {first} до {last}</translation>
    </message>
    <message>
        <location filename="../ui/setup/messages.py"/>
        <source>one gap</source>
        <translation>один пропуск</translation>
    </message>
    <message>
        <location filename="../ui/setup/messages.py"/>
        <source>{count} gaps</source>
        <translation>пропусків: {count}</translation>
    </message>
    <message>
        <location filename="../ui/setup/messages.py"/>
        <source>Not used:</source>
        <translation>Не використано:</translation>
    </message>
    <message>
        <location filename="../ui/setup/messages.py"/>
        <source>{name}: {reason}</source>
        <translation>{name}: {reason}</translation>
    </message>
    <message>
        <location filename="../ui/setup/messages.py"/>
        <source>and {count} more.</source>
        <translation>і ще {count}.</translation>
    </message>
    <message>
        <location filename="../ui/setup/messages.py"/>
        <source>Add two dated maps of the same front to the project, for example by dragging the files into QGIS, and choose them as Before and After.</source>
        <translation>Додайте до проєкту дві датовані карти того самого фронту, наприклад перетягнувши файли в QGIS, і виберіть їх як «До» і «Після».</translation>
    </message>
    <message>
        <location filename="../ui/setup/messages.py"/>
        <source>Choose a second map, or add it to the project first.</source>
        <translation>Виберіть другу карту або спершу додайте її до проєкту.</translation>
    </message>
    <message>
        <location filename="../ui/setup/messages.py"/>
        <source>Before and After are the same map. Choose another one for either.</source>
        <translation>«До» і «Після» — та сама карта. Виберіть іншу для однієї з них.</translation>
    </message>
    <message>
        <location filename="../ui/setup/messages.py"/>
        <source>The map chosen as After is older than the one chosen as Before. Swap them.</source>
        <translation>Карта «Після» старіша за карту «До». Поміняйте їх місцями.</translation>
    </message>
    <message>
        <location filename="../ui/setup/messages.py"/>
        <source>Write the first days of your periods under More options, separated by commas.</source>
        <translation>Запишіть перші дні ваших періодів у «Більше параметрів», через кому.</translation>
    </message>
    <message>
        <location filename="../ui/setup/messages.py"/>
        <source>“{layer}” holds maps of many dates, {first} to {last}. Set a date beside its name: the last map up to that date is measured.</source>
        <translation>«{layer}» містить карти за багато дат, від {first} до {last}. Задайте дату біля назви: вимірюється остання карта до цієї дати.</translation>
    </message>
    <message>
        <location filename="../ui/setup/messages.py"/>
        <source>No date was found for “{layer}”. Set it beside its name.</source>
        <translation>Для «{layer}» дати не знайдено. Задайте її біля назви.</translation>
    </message>
    <message>
        <location filename="../ui/setup/messages.py"/>
        <source>A series reads the date of each map from its field or its name, not from a correction. Put the date into the name of {layers}, or measure from Before to After.</source>
        <translation>Ряд читає дату кожної карти з її поля або назви, а не з виправлення. Внесіть дату в назву {layers} або виміряйте від «до» до «після».</translation>
    </message>
    <message>
        <location filename="../ui/setup/messages.py"/>
        <source>Will measure ground gained and lost, and how deep, from {before} to {after} ({length}), as a whole.</source>
        <translation>Буде виміряно здобуту та втрачену територію й глибину від {before} до {after} ({length}), загалом.</translation>
    </message>
    <message>
        <location filename="../ui/setup/messages.py"/>
        <source>Will measure ground gained and lost, and how deep, from {before} to {after} ({length}), in each of the {count} sectors of “{sectors}” and outside them.</source>
        <translation>Буде виміряно здобуту та втрачену територію й глибину від {before} до {after} ({length}), у кожній з ділянок «{sectors}» ({count}) і поза ними.</translation>
    </message>
    <message>
        <location filename="../ui/setup/messages.py"/>
        <source>Will measure ground gained and lost {period} from {before} to {after}, as a whole.</source>
        <translation>Буде виміряно здобуту та втрачену територію {period} від {before} до {after}, загалом.</translation>
    </message>
    <message>
        <location filename="../ui/setup/messages.py"/>
        <source>Will measure ground gained and lost {period} from {before} to {after}, in each of the {count} sectors of “{sectors}” and outside them.</source>
        <translation>Буде виміряно здобуту та втрачену територію {period} від {before} до {after}, у кожній з ділянок «{sectors}» ({count}) і поза ними.</translation>
    </message>
    <message>
        <location filename="../ui/setup/messages.py"/>
        <source>Will find out when each piece of ground was taken, from {before} to {after}.</source>
        <translation>Буде з’ясовано, коли зайнято кожну частину території, від {before} до {after}.</translation>
    </message>
    <message>
        <location filename="../ui/setup/messages.py"/>
        <source>Will find out when each piece of ground was taken, from {before} to {after}, in each of the {count} sectors of “{sectors}” and outside them.</source>
        <translation>Буде з’ясовано, коли зайнято кожну частину території, від {before} до {after}, у кожній з ділянок «{sectors}» ({count}) і поза ними.</translation>
    </message>
    <message>
        <location filename="../ui/setup/messages.py"/>
        <source>With {options}.</source>
        <translation>Параметри: {options}.</translation>
    </message>
    <message>
        <location filename="../ui/setup/messages.py"/>
        <source>The layers are saved in {file}.</source>
        <translation>Шари зберігаються у {file}.</translation>
    </message>
    <message>
        <location filename="../ui/setup/messages.py"/>
        <source>from map to map</source>
        <translation>від карти до карти</translation>
    </message>
    <message>
        <location filename="../ui/setup/messages.py"/>
        <source>for each day</source>
        <translation>за кожен день</translation>
    </message>
    <message>
        <location filename="../ui/setup/messages.py"/>
        <source>for each week</source>
        <translation>за кожен тиждень</translation>
    </message>
    <message>
        <location filename="../ui/setup/messages.py"/>
        <source>for each month</source>
        <translation>за кожен місяць</translation>
    </message>
    <message>
        <location filename="../ui/setup/messages.py"/>
        <source>for each quarter</source>
        <translation>за кожен квартал</translation>
    </message>
    <message>
        <location filename="../ui/setup/messages.py"/>
        <source>for each year</source>
        <translation>за кожен рік</translation>
    </message>
    <message>
        <location filename="../ui/setup/messages.py"/>
        <source>for each of your periods</source>
        <translation>за кожен із ваших періодів</translation>
    </message>
    <message>
        <location filename="../ui/setup/messages.py"/>
        <source>The {maps} maps of {layers} layers are put into one layer of snapshots first.</source>
        <translation>Спершу карти ({maps}) із шарів ({layers}) буде зведено в один шар знімків.</translation>
    </message>
    <message>
        <location filename="../ui/setup/messages.py"/>
        <source>{maps} maps lie between them.</source>
        <translation>Карт між ними: {maps}.</translation>
    </message>
    <message>
        <location filename="../ui/setup/modes.py"/>
        <location filename="../ui/setup/pane.py"/>
        <source>From Before to After</source>
        <translation>Від «до» до «після»</translation>
    </message>
    <message>
        <location filename="../ui/setup/modes.py"/>
        <source>For each map between them</source>
        <translation>За кожною картою між ними</translation>
    </message>
    <message>
        <location filename="../ui/setup/modes.py"/>
        <source>For each day between them</source>
        <translation>За кожним днем між ними</translation>
    </message>
    <message>
        <location filename="../ui/setup/modes.py"/>
        <source>For each week between them</source>
        <translation>За кожним тижнем між ними</translation>
    </message>
    <message>
        <location filename="../ui/setup/modes.py"/>
        <source>For each month between them</source>
        <translation>За кожним місяцем між ними</translation>
    </message>
    <message>
        <location filename="../ui/setup/modes.py"/>
        <source>For each quarter between them</source>
        <translation>За кожним кварталом між ними</translation>
    </message>
    <message>
        <location filename="../ui/setup/modes.py"/>
        <source>For each year between them</source>
        <translation>За кожним роком між ними</translation>
    </message>
    <message>
        <location filename="../ui/setup/modes.py"/>
        <source>For periods of your own between them</source>
        <translation>За власними періодами між ними</translation>
    </message>
    <message>
        <location filename="../ui/setup/modes.py"/>
        <source>Date of capture between them</source>
        <translation>Дата зайняття між ними</translation>
    </message>
    <message>
        <location filename="../ui/setup/options.py"/>
        <source>More optio&amp;ns</source>
        <translation>Більше п&amp;араметрів</translation>
    </message>
    <message>
        <location filename="../ui/setup/options.py"/>
        <source>GeoPackage (*.gpkg)</source>
        <translation>GeoPackage (*.gpkg)</translation>
    </message>
    <message>
        <location filename="../ui/setup/options.py"/>
        <source>Save the results to a GeoPackage</source>
        <translation>Зберегти результати в GeoPackage</translation>
    </message>
    <message>
        <location filename="../ui/setup/options.py"/>
        <source>GeoPackage to save the results in</source>
        <translation>GeoPackage для результатів</translation>
    </message>
    <message>
        <location filename="../ui/setup/options.py"/>
        <source>Temporary layers</source>
        <translation>Тимчасові шари</translation>
    </message>
    <message>
        <location filename="../ui/setup/options.py"/>
        <source>Save results to GeoPackage</source>
        <translation>Зберігати результати в GeoPackage</translation>
    </message>
    <message>
        <location filename="../ui/setup/pane.py"/>
        <source>Swap before and after</source>
        <translation>Поміняти «до» і «після» місцями</translation>
    </message>
    <message>
        <location filename="../ui/setup/pane.py"/>
        <source>What to measure</source>
        <translation>Що вимірювати</translation>
    </message>
    <message>
        <location filename="../ui/setup/pane.py"/>
        <source>Measure</source>
        <translation>Виміряти</translation>
    </message>
    <message>
        <location filename="../ui/setup/parameter_form.py"/>
        <source>None</source>
        <translation>Немає</translation>
    </message>
    <message>
        <location filename="../ui/setup/presenter.py"/>
        <source>There are no two maps for that span.</source>
        <translation>Для такого проміжку немає двох карт.</translation>
    </message>
    <message>
        <location filename="../ui/setup/presenter.py"/>
        <source>found</source>
        <translation>знайдено</translation>
    </message>
    <message>
        <location filename="../ui/setup/presenter.py"/>
        <source>of many dates in the layer</source>
        <translation>багато дат у шарі</translation>
    </message>
    <message>
        <location filename="../ui/setup/presenter.py"/>
        <source>set by you</source>
        <translation>задано вами</translation>
    </message>
    <message>
        <location filename="../ui/setup/presets.py"/>
        <source>Last step</source>
        <translation>Останній крок</translation>
    </message>
    <message>
        <location filename="../ui/setup/presets.py"/>
        <source>Last week</source>
        <translation>Останній тиждень</translation>
    </message>
    <message>
        <location filename="../ui/setup/presets.py"/>
        <source>Last month</source>
        <translation>Останній місяць</translation>
    </message>
    <message>
        <location filename="../ui/setup/presets.py"/>
        <source>Since …</source>
        <translation>Відтоді …</translation>
    </message>
    <message>
        <location filename="../ui/setup/presets.py"/>
        <source>Whole span</source>
        <translation>Увесь проміжок</translation>
    </message>
    <message>
        <location filename="../ui/setup/presets.py"/>
        <source>The latest map and the one before it.</source>
        <translation>Найновіша карта та попередня.</translation>
    </message>
    <message>
        <location filename="../ui/setup/presets.py"/>
        <source>The latest map and the one of seven days earlier.</source>
        <translation>Найновіша карта та карта сімома днями раніше.</translation>
    </message>
    <message>
        <location filename="../ui/setup/presets.py"/>
        <source>The latest calendar month that the maps span, from its first day (UTC).</source>
        <translation>Останній календарний місяць, який охоплюють карти, від його першого дня (UTC).</translation>
    </message>
    <message>
        <location filename="../ui/setup/presets.py"/>
        <source>From a day of your choice to the latest map.</source>
        <translation>Від вибраного вами дня до найновішої карти.</translation>
    </message>
    <message>
        <location filename="../ui/setup/presets.py"/>
        <source>From the first map to the latest.</source>
        <translation>Від першої карти до найновішої.</translation>
    </message>
    <message>
        <location filename="../ui/setup/sectors_row.py"/>
        <source>Sec&amp;tors</source>
        <translation>Ді&amp;лянки</translation>
    </message>
    <message>
        <location filename="../ui/setup/sectors_row.py"/>
        <source>None: as a whole</source>
        <translation>Немає: загалом</translation>
    </message>
    <message>
        <location filename="../ui/setup/sectors_row.py"/>
        <source>Ma&amp;ke</source>
        <translation>Створ&amp;ити</translation>
    </message>
    <message>
        <location filename="../ui/setup/sectors_row.py"/>
        <source>Make sectors now, as a layer that you may keep</source>
        <translation>Створити ділянки зараз, як шар, що його можна зберегти</translation>
    </message>
    <message>
        <location filename="../ui/setup/sectors_row.py"/>
        <source>Field with the names of the sectors</source>
        <translation>Поле з назвами ділянок</translation>
    </message>
    <message>
        <location filename="../ui/setup/sectors_row.py"/>
        <source>&amp;Regions of the country</source>
        <translation>&amp;Регіони країни</translation>
    </message>
    <message>
        <location filename="../ui/setup/sectors_row.py"/>
        <source>From the world map of QGIS, for the country where the maps lie; coarse.</source>
        <translation>З карти світу QGIS, для країни, де лежать карти; грубо.</translation>
    </message>
    <message>
        <location filename="../ui/setup/sectors_row.py"/>
        <source>Around &amp;places …</source>
        <translation>Навколо &amp;місць …</translation>
    </message>
    <message>
        <location filename="../ui/setup/sectors_row.py"/>
        <source>A sector around each point of a layer that you choose.</source>
        <translation>Ділянка навколо кожної точки вибраного вами шару.</translation>
    </message>
    <message>
        <location filename="../ui/setup/sectors_row.py"/>
        <source>Along the &amp;front …</source>
        <translation>Уздовж &amp;фронту …</translation>
    </message>
    <message>
        <location filename="../ui/setup/sectors_row.py"/>
        <source>Equal lengths of the front of the map before.</source>
        <translation>Рівні довжини фронту карти «до».</translation>
    </message>
    <message>
        <location filename="../ui/setup/sectors_row.py"/>
        <source>Along &amp;axes …</source>
        <translation>Уздовж &amp;осей …</translation>
    </message>
    <message>
        <location filename="../ui/setup/sectors_row.py"/>
        <source>A corridor along each line of a layer that you choose.</source>
        <translation>Коридор уздовж кожної лінії вибраного вами шару.</translation>
    </message>
    <message>
        <location filename="../ui/setup/time_strip.py"/>
        <source>Time strip</source>
        <translation>Смуга часу</translation>
    </message>
    <message>
        <location filename="../ui/setup/time_strip.py"/>
        <source>The same as the map before it.</source>
        <translation>Така сама, як попередня карта.</translation>
    </message>
    <message>
        <location filename="../ui/setup/time_strip.py"/>
        <source>No map in the {days} days before it.</source>
        <translation>Немає карти впродовж {days} дн. до неї.</translation>
    </message>
    <message>
        <location filename="../ui/setup/time_strip.py"/>
        <source>From {first} (map {place} of {count}) to {last} (map {other} of {count}). The arrow keys move the end from map to map, Page Up and Page Down by a month, Home and End to the first and the last map; with Shift they move the beginning.</source>
        <translation>Від {first} (карта {place} з {count}) до {last} (карта {other} з {count}). Стрілки пересувають кінець від карти до карти, Page Up і Page Down — на місяць, Home та End — до першої й останньої карти; із Shift вони пересувають початок.</translation>
    </message>
    <message>
        <location filename="../ui/setup/time_strip.py"/>
        <source>One map so far. Add another of the same front.</source>
        <translation>Поки що одна карта. Додайте іншу карту того самого фронту.</translation>
    </message>
    <message>
        <location filename="../ui/setup/time_strip.py"/>
        <source>No dated maps yet. Add or drop some.</source>
        <translation>Датованих карт ще немає. Додайте або перетягніть їх.</translation>
    </message>
    <message>
        <location filename="../ui/style_choice.py"/>
        <source>Colours</source>
        <translation>Кольори</translation>
    </message>
    <message>
        <location filename="../ui/style_choice.py"/>
        <source>Colours and hatches of all results on the map</source>
        <translation>Кольори та штрихування всіх результатів на карті</translation>
    </message>
    <message>
        <location filename="../ui/widgets.py"/>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
</context>
</TS>
