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
        <source>Ground cannot be cut by the {count} sectors: a part of it comes out in the wrong sector, by either method. Repair the maps and the sectors (“Fix geometries”).</source>
        <translation>Територію не вдається розділити між секторами ({count}): обома способами частина її потрапляє не до свого сектора. Виправте карти й сектори («Виправити геометрію»).</translation>
    </message>
    <message>
        <location filename="../core/geometry/partition.py"/>
        <source>Layer “{layer}”: no polygon has an area. Choose a layer of polygons that have one.</source>
        <translation>Шар «{layer}»: жоден полігон не має площі. Виберіть шар із полігонами, що мають площу.</translation>
    </message>
    <message>
        <location filename="../core/geometry/partition.py"/>
        <source>{count} polygons are not cut right by sectors.</source>
        <translation>Полігони ({count}) розділено секторами неправильно.</translation>
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
        <location filename="../core/geometry/subdivision.py"/>
        <source>A polygon of many vertices is not cut right into pieces.</source>
        <translation>Полігон із багатьма вершинами неправильно розділено на частини.</translation>
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
        <location filename="../core/maps/class_values.py"/>
        <source>“{value}” is given for two classes, {first} and {second}. Give each value once.</source>
        <translation>Значення «{value}» задано для двох класів: {first} і {second}. Задайте кожне значення один раз.</translation>
    </message>
    <message>
        <location filename="../core/maps/class_values.py"/>
        <source>HELD_VALUES is missing: values of other classes are given, but none of held ground. Give the values of held ground too, or * for all the rest.</source>
        <translation>Бракує HELD_VALUES: задано значення інших класів, але жодного для контрольованої території. Задайте і їх, або * для решти.</translation>
    </message>
    <message>
        <location filename="../core/maps/class_values.py"/>
        <source>The list of values cannot be read: {reason}. Make it shorter.</source>
        <translation>Список значень не вдається прочитати: {reason}. Скоротіть його.</translation>
    </message>
    <message>
        <location filename="../core/maps/class_values.py"/>
        <source>“{layer}”: the values {values} are in several fields, which do not agree: {fields}. Choose one as the class field.</source>
        <translation>«{layer}»: значення {values} є в кількох полях, які не узгоджуються: {fields}. Виберіть одне з них як поле класу.</translation>
    </message>
    <message>
        <location filename="../core/maps/class_values.py"/>
        <source>“{layer}”: feature {feature} has values of several classes ({classes}). Choose the class field, or give other values.</source>
        <translation>«{layer}»: об’єкт {feature} має значення кількох класів ({classes}). Виберіть поле класу або задайте інші значення.</translation>
    </message>
    <message>
        <location filename="../core/maps/class_values.py"/>
        <source>No map has the value {values}. The maps have: {there}. Correct HELD_VALUES, or the list of the other class that it is in.</source>
        <translation>Значення {values} немає на жодній карті. На картах є: {there}. Виправте HELD_VALUES або список іншого класу, у якому воно стоїть.</translation>
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
        <location filename="../core/maps/dates/__init__.py"/>
        <source>“{name}” holds more than one date ({dates}). Give the date, or a pattern that points to it.</source>
        <translation>«{name}» містить більше ніж одну дату ({dates}). Укажіть дату або шаблон, що на неї вказує.</translation>
    </message>
    <message>
        <location filename="../core/maps/dates/columns.py"/>
        <source>“{layer}”: the dates in its field “{field}” are of two kinds: “{one}” (feature {first}) and “{other}” (feature {second}) cannot both be right, with the month first or with the day first. Correct one of them.</source>
        <translation>«{layer}»: дати в полі «{field}» записано двояко: «{one}» (об’єкт {first}) і «{other}» (об’єкт {second}) не можуть бути правильними обидві, ні з місяцем, ні з днем на початку. Виправте одну з них.</translation>
    </message>
    <message>
        <location filename="../core/maps/dates/columns.py"/>
        <source>“{layer}”: feature {feature} has no date in its field “{field}”. Correct or delete it.</source>
        <translation>«{layer}»: об’єкт {feature} не має дати в полі «{field}». Виправте або видаліть його.</translation>
    </message>
    <message>
        <location filename="../core/maps/dates/columns.py"/>
        <source>“{layer}”: {count} features have no date in its field “{field}”: feature {features}. Correct or delete them.</source>
        <translation>«{layer}»: об’єктів без дати в полі «{field}» — {count}: об’єкт {features}. Виправте або видаліть їх.</translation>
    </message>
    <message>
        <location filename="../core/maps/dates/columns.py"/>
        <source>“{layer}”: the date of feature {feature} cannot be read from its field “{field}”. {reason}</source>
        <translation>«{layer}»: дату об’єкта {feature} не вдається прочитати з поля «{field}». {reason}</translation>
    </message>
    <message>
        <location filename="../core/maps/dates/patterns.py"/>
        <source>The date pattern “{pattern}” must give a year, a year and a month, or a day, a month and a year.</source>
        <translation>Шаблон дати «{pattern}» має давати рік, рік і місяць або день, місяць і рік.</translation>
    </message>
    <message>
        <location filename="../core/maps/dates/patterns.py"/>
        <source>The date pattern “{pattern}” has {directive}; known are {known}.</source>
        <translation>Шаблон дати «{pattern}» містить {directive}; відомі: {known}.</translation>
    </message>
    <message>
        <location filename="../core/maps/dates/patterns.py"/>
        <source>The date pattern “{pattern}” is no valid regular expression: {reason}.</source>
        <translation>Шаблон дати «{pattern}» не є правильним регулярним виразом: {reason}.</translation>
    </message>
    <message>
        <location filename="../core/maps/dates/patterns.py"/>
        <source>The date pattern “{pattern}” could take hours for a single name, because several of its parts may repeat at will. Write how often they repeat, such as {example}, or use %Y, %m and %d.</source>
        <translation>Шаблон дати «{pattern}» міг би тривати години для однієї назви, бо кілька його частин можуть повторюватися скільки завгодно. Напишіть, скільки разів вони повторюються, як-от {example}, або скористайтеся %Y, %m і %d.</translation>
    </message>
    <message>
        <location filename="../core/maps/dates/readings.py"/>
        <source>“{text}” is ambiguous: it may mean {readings}. Give the date as YYYY-MM-DD.</source>
        <translation>«{text}» можна прочитати по-різному: {readings}. Укажіть дату як РРРР-ММ-ДД.</translation>
    </message>
    <message>
        <location filename="../core/maps/dates/readings.py"/>
        <source>“{text}” is ambiguous: it may mean {readings}. Give the date as YYYY-MM-DD, or say which with DATE_PATTERN: {patterns} (%d is the day, %m the month, %y or %Y the year).</source>
        <translation>«{text}» можна прочитати по-різному: {readings}. Укажіть дату як РРРР-ММ-ДД або скажіть, яка з них правильна, через DATE_PATTERN: {patterns} (%d — день, %m — місяць, %y або %Y — рік).</translation>
    </message>
    <message>
        <location filename="../core/maps/dates/readings.py"/>
        <source>The year of “{text}” has two digits and would be {year}, which is in the future; it is not guessed. Give the date as YYYY-MM-DD.</source>
        <translation>Рік у «{text}» має дві цифри й означав би {year}, тобто майбутнє; він не вгадується. Вкажіть дату як РРРР-ММ-ДД.</translation>
    </message>
    <message>
        <location filename="../core/maps/dates/readings.py"/>
        <source>“{value}” is not a date that can be read, or no day of the calendar. Give it as YYYY-MM-DD, with a year from 0001 to 9999.</source>
        <translation>«{value}» — не дата, яку можна прочитати, або такого дня немає в календарі. Укажіть її як РРРР-ММ-ДД, з роком від 0001 до 9999.</translation>
    </message>
    <message>
        <location filename="../core/maps/dates/readings.py"/>
        <source>The date in “{text}” is misspelt; it is not guessed. Give the date as YYYY-MM-DD.</source>
        <translation>Дату в «{text}» написано з помилкою; вона не вгадується. Укажіть дату як РРРР-ММ-ДД.</translation>
    </message>
    <message>
        <location filename="../core/maps/exchanged_ground.py"/>
        <source>between the two dates {area_km2} km² pass from one value to another, while all of them together change by {moved_km2} km².</source>
        <translation>між двома датами {area_km2} км² переходять від одного значення до іншого, тоді як усі разом змінюються на {moved_km2} км².</translation>
    </message>
    <message>
        <location filename="../core/maps/exchanged_ground.py"/>
        <source>all polygons together cover the same ground on both dates, while {area_km2} km² pass from one polygon to another. If no field or style tells them apart, add a field that says which are held.</source>
        <translation>усі полігони разом вкривають ту саму територію на обидві дати, тоді як {area_km2} км² переходять від одного полігона до іншого. Якщо їх не розрізняє жодне поле чи стиль, додайте поле, яке каже, що контрольовано.</translation>
    </message>
    <message>
        <location filename="../core/maps/files_per_class.py"/>
        <source>“{layer}” and “{other}” are both maps of {date}, and the name of the first does not say which class it shows. Write it in the name (occupied, contested, claimed or liberated), or give HELD_VALUES the words in the names of held ground.</source>
        <translation>«{layer}» і «{other}» — обидві карти на {date}, і з назви першої не видно, який клас вона показує. Напишіть його в назві (occupied, contested, claimed або liberated) або задайте в HELD_VALUES слова з назв контрольованої території.</translation>
    </message>
    <message>
        <location filename="../core/maps/formats/__init__.py"/>
        <source>“{file}” holds more than {size} MB, which is no map. Unpack it and look what is in it.</source>
        <translation>«{file}» містить понад {size} МБ, а це не карта. Розпакуйте його й подивіться, що всередині.</translation>
    </message>
    <message>
        <location filename="../core/maps/formats/__init__.py"/>
        <source>“{file}” cannot be unpacked: {reason}. Download it again.</source>
        <translation>«{file}» не вдається розпакувати: {reason}. Завантажте його ще раз.</translation>
    </message>
    <message>
        <location filename="../core/maps/formats/arcgis_json.py"/>
        <source>“{file}” is no map but an error message of the service: {reason}. Download it again.</source>
        <translation>«{file}» — не карта, а повідомлення сервісу про помилку: {reason}. Завантажте його ще раз.</translation>
    </message>
    <message>
        <location filename="../core/maps/formats/arcgis_json.py"/>
        <source>“{file}”: feature {feature} has attributes that are no object with names and values. Repair or delete it.</source>
        <translation>«{file}»: атрибути об’єкта {feature} — не перелік назв і значень. Виправте або видаліть його.</translation>
    </message>
    <message>
        <location filename="../core/maps/formats/arcgis_json.py"/>
        <source>“{file}” holds features in several coordinate systems. Save each as a file of its own.</source>
        <translation>«{file}» містить об’єкти в кількох системах координат. Збережіть кожну в окремий файл.</translation>
    </message>
    <message>
        <location filename="../core/maps/formats/arcgis_shapes.py"/>
        <source>“{file}”: feature {feature} has a geometry that is no object. Repair or delete it.</source>
        <translation>«{file}»: геометрія об’єкта {feature} не є об’єктом JSON. Виправте або видаліть його.</translation>
    </message>
    <message>
        <location filename="../core/maps/formats/arcgis_shapes.py"/>
        <source>“{file}”: feature {feature} has a geometry of no known kind. Repair or delete it.</source>
        <translation>«{file}»: об’єкт {feature} має геометрію невідомого виду. Виправте або видаліть його.</translation>
    </message>
    <message>
        <location filename="../core/maps/formats/arcgis_shapes.py"/>
        <source>“{file}”: feature {feature} has a curve that cannot be read. Load it in QGIS, or ask the service for straight edges (returnTrueCurves=false).</source>
        <translation>«{file}»: об’єкт {feature} має криву, яку не вдається прочитати. Відкрийте файл у QGIS або запитайте в сервісу прямі відрізки (returnTrueCurves=false).</translation>
    </message>
    <message>
        <location filename="../core/maps/formats/cells.py"/>
        <source>it is no GeoJSON</source>
        <translation>це не GeoJSON</translation>
    </message>
    <message>
        <location filename="../core/maps/formats/cells.py"/>
        <source>“{text}” is no geometry</source>
        <translation>«{text}» — не геометрія</translation>
    </message>
    <message>
        <location filename="../core/maps/formats/cells.py"/>
        <source>its bytes are no geometry</source>
        <translation>її байти не є геометрією</translation>
    </message>
    <message>
        <location filename="../core/maps/formats/cells.py"/>
        <source>its coordinates are not finite</source>
        <translation>її координати не є скінченними числами</translation>
    </message>
    <message>
        <location filename="../core/maps/formats/cells.py"/>
        <source>its brackets or numbers are wrong</source>
        <translation>її дужки або числа хибні</translation>
    </message>
    <message>
        <location filename="../core/maps/formats/cells.py"/>
        <source>its brackets are wrong</source>
        <translation>її дужки хибні</translation>
    </message>
    <message>
        <location filename="../core/maps/formats/coordinates.py"/>
        <location filename="../core/maps/formats/topojson.py"/>
        <source>“{file}”: feature {feature} has a geometry of no known type ({kind}). Repair or delete it.</source>
        <translation>«{file}»: об’єкт {feature} має геометрію невідомого типу ({kind}). Виправте або видаліть його.</translation>
    </message>
    <message>
        <location filename="../core/maps/formats/coordinates.py"/>
        <source>“{file}”: feature {feature} has no list of coordinates. Repair or delete it.</source>
        <translation>«{file}»: об’єкт {feature} не має списку координат. Виправте або видаліть його.</translation>
    </message>
    <message>
        <location filename="../core/maps/formats/coordinates.py"/>
        <source>“{file}”: feature {feature} has a line of one point. Repair or delete it.</source>
        <translation>«{file}»: об’єкт {feature} має лінію з однієї точки. Виправте або видаліть його.</translation>
    </message>
    <message>
        <location filename="../core/maps/formats/coordinates.py"/>
        <source>“{file}”: feature {feature} has coordinates that are not numbers. Repair or delete it.</source>
        <translation>«{file}»: об’єкт {feature} має координати, що не є числами. Виправте або видаліть його.</translation>
    </message>
    <message>
        <location filename="../core/maps/formats/coordinates.py"/>
        <source>“{file}”: feature {feature} has coordinates that are not pairs of numbers. Repair or delete it.</source>
        <translation>«{file}»: об’єкт {feature} має координати, що не є парами чисел. Виправте або видаліть його.</translation>
    </message>
    <message>
        <location filename="../core/maps/formats/coordinates.py"/>
        <source>“{file}”: feature {feature} has coordinates that are not finite. Repair or delete it.</source>
        <translation>«{file}»: об’єкт {feature} має нескінченні координати. Виправте або видаліть його.</translation>
    </message>
    <message>
        <location filename="../core/maps/formats/csv_table.py"/>
        <source>“{file}”: line {line} has {found} values for {columns} columns. Put texts that contain the separator in quotation marks.</source>
        <translation>«{file}»: у рядку {line} значень {found}, а стовпців {columns}. Візьміть тексти, що містять роздільник, у лапки.</translation>
    </message>
    <message>
        <location filename="../core/maps/formats/csv_table.py"/>
        <source>“{file}” has no column of geometries (WKT or GeoJSON) that can be read. Export it with such a column, in quotation marks if it contains the separator.</source>
        <translation>«{file}» не має стовпця геометрій (WKT або GeoJSON), який вдається прочитати. Експортуйте його з таким стовпцем, а якщо в ньому є роздільник — у лапках.</translation>
    </message>
    <message>
        <location filename="../core/maps/formats/csv_table.py"/>
        <source>“{file}” is a table without a header: its first line holds a geometry already. Put the names of the columns above it.</source>
        <translation>«{file}» — таблиця без заголовка: уже її перший рядок містить геометрію. Додайте над ним назви стовпців.</translation>
    </message>
    <message>
        <location filename="../core/maps/formats/csv_table.py"/>
        <source>“{file}” is no table that can be read: {reason}.</source>
        <translation>«{file}» — не таблиця, яку вдається прочитати: {reason}.</translation>
    </message>
    <message>
        <location filename="../core/maps/formats/csv_table.py"/>
        <source>“{file}”: the geometry in line {line} cannot be read ({reason}). Repair or delete it.</source>
        <translation>«{file}»: геометрію в рядку {line} не вдається прочитати ({reason}). Виправте або видаліть її.</translation>
    </message>
    <message>
        <location filename="../core/maps/formats/csv_table.py"/>
        <source>“{file}” names a coordinate system in line {line} that is not known ({crs}). Correct it.</source>
        <translation>«{file}» називає в рядку {line} невідому систему координат ({crs}). Виправте її.</translation>
    </message>
    <message>
        <location filename="../core/maps/formats/csv_table.py"/>
        <source>“{file}” has geometries in several coordinate systems (lines {lines}). Save each as a file of its own.</source>
        <translation>«{file}» має геометрії в кількох системах координат (рядки {lines}). Збережіть кожну в окремий файл.</translation>
    </message>
    <message>
        <location filename="../core/maps/formats/file_content.py"/>
        <source>“{file}” cannot be opened: {reason}. Check the path and your rights.</source>
        <translation>«{file}» не вдається відкрити: {reason}. Перевірте шлях і права доступу.</translation>
    </message>
    <message>
        <location filename="../core/maps/formats/file_content.py"/>
        <location filename="../processing/inputs/dropped_files.py"/>
        <source>“{file}” is empty. Download or export it again.</source>
        <translation>Файл «{file}» порожній. Завантажте або експортуйте його ще раз.</translation>
    </message>
    <message>
        <location filename="../core/maps/formats/geojson.py"/>
        <source>“{file}” holds collections in several coordinate systems. Save each as a file of its own.</source>
        <translation>«{file}» містить колекції в кількох системах координат. Збережіть кожну в окремий файл.</translation>
    </message>
    <message>
        <location filename="../core/maps/formats/geojson.py"/>
        <source>“{file}”: item {number} in its list of features is no feature. Repair or delete it.</source>
        <translation>«{file}»: елемент {number} у списку об’єктів не є об’єктом. Виправте або вилучіть його.</translation>
    </message>
    <message>
        <location filename="../core/maps/formats/geojson.py"/>
        <source>“{file}” has a list of features, but its type is {type} and not FeatureCollection. Correct the type, or export the file again.</source>
        <translation>«{file}» має перелік об’єктів, але його тип — {type}, а не FeatureCollection. Виправте тип або експортуйте файл ще раз.</translation>
    </message>
    <message>
        <location filename="../core/maps/formats/geojson.py"/>
        <source>“{file}” is JSON but not GeoJSON: it has no features. Choose a file with a map.</source>
        <translation>«{file}» — це JSON, але не GeoJSON: у ньому немає об’єктів. Виберіть файл із картою.</translation>
    </message>
    <message>
        <location filename="../core/maps/formats/geojson.py"/>
        <source>“{file}”: feature {feature} has properties that are no object with names and values. Repair or delete it.</source>
        <translation>«{file}»: властивості об’єкта {feature} не є набором імен і значень. Виправте або вилучіть його.</translation>
    </message>
    <message>
        <location filename="../core/maps/formats/geojson.py"/>
        <source>“{file}” names a coordinate system that is not known ({crs}). Load it in QGIS, set its coordinate system and use the layer.</source>
        <translation>«{file}» називає невідому систему координат ({crs}). Завантажте його в QGIS, задайте систему координат і використайте шар.</translation>
    </message>
    <message>
        <location filename="../core/maps/formats/json_text.py"/>
        <source>“{file}” is nested too deeply to be a map. Choose a GeoJSON file.</source>
        <translation>«{file}» має надто глибоку вкладеність, щоб бути картою. Виберіть файл GeoJSON.</translation>
    </message>
    <message>
        <location filename="../core/maps/formats/json_text.py"/>
        <source>“{file}” is not text in UTF-8 (byte {byte}). Save it as GeoJSON in UTF-8 and try again.</source>
        <translation>«{file}» не є текстом у UTF-8 (байт {byte}). Збережіть його як GeoJSON у UTF-8 і спробуйте ще раз.</translation>
    </message>
    <message>
        <location filename="../core/maps/formats/json_text.py"/>
        <location filename="../core/maps/formats/kml/elements.py"/>
        <location filename="../processing/inputs/whole_gml.py"/>
        <source>“{file}” ends in the middle; the download was probably cut off. Download or export it again.</source>
        <translation>Файл «{file}» обривається посередині; мабуть, завантаження перервалося. Завантажте або експортуйте його ще раз.</translation>
    </message>
    <message>
        <location filename="../core/maps/formats/json_text.py"/>
        <source>“{file}” is not JSON (line {line}, column {column}: {reason}). Choose a GeoJSON file.</source>
        <translation>«{file}» не є JSON (рядок {line}, стовпець {column}: {reason}). Виберіть файл GeoJSON.</translation>
    </message>
    <message>
        <location filename="../core/maps/formats/json_text.py"/>
        <source>“{file}” has an object with two different values for “{key}”, and only one can be right. Delete the other one, or export the file again.</source>
        <translation>«{file}» містить об’єкт із двома різними значеннями «{key}», а правильним може бути лише одне. Вилучіть друге або експортуйте файл ще раз.</translation>
    </message>
    <message>
        <location filename="../core/maps/formats/json_text.py"/>
        <source>“{file}” has a number of thousands of digits, which cannot be read. Correct or delete it.</source>
        <translation>«{file}» містить число з тисяч цифр, яке неможливо прочитати. Виправте або вилучіть його.</translation>
    </message>
    <message>
        <location filename="../core/maps/formats/kml/archive.py"/>
        <source>“{file}” is an archive that cannot be unpacked: {reason}. Download or export it again.</source>
        <translation>Архів «{file}» не вдається розпакувати: {reason}. Завантажте або експортуйте його ще раз.</translation>
    </message>
    <message>
        <location filename="../core/maps/formats/kml/archive.py"/>
        <source>“{file}” is an archive without KML in it. Choose a KMZ or KML file.</source>
        <translation>В архіві «{file}» немає KML. Виберіть файл KMZ або KML.</translation>
    </message>
    <message>
        <location filename="../core/maps/formats/kml/archive.py"/>
        <source>“{file}” would unpack to more than {size} MB, which no map needs. Unpack it by yourself, and choose the KML file with the map.</source>
        <translation>Розпакований «{file}» мав би понад {size} МБ, чого жодна карта не потребує. Розпакуйте його самі й виберіть файл KML із картою.</translation>
    </message>
    <message>
        <location filename="../core/maps/formats/kml/archive.py"/>
        <source>“{file}” has archives in archives. Unpack it, and choose the KML files.</source>
        <translation>У «{file}» архіви лежать в архівах. Розпакуйте його й виберіть файли KML.</translation>
    </message>
    <message>
        <location filename="../core/maps/formats/kml/elements.py"/>
        <source>“{file}” is not KML (line {line}, column {column}: {reason}). Export it again, or repair that line.</source>
        <translation>«{file}» — не KML (рядок {line}, стовпець {column}: {reason}). Експортуйте його ще раз або виправте цей рядок.</translation>
    </message>
    <message>
        <location filename="../core/maps/formats/kml/elements.py"/>
        <source>“{file}” declares entities of XML, which no map needs and which can do harm. Export it again without.</source>
        <translation>«{file}» оголошує сутності XML, яких жодна карта не потребує і які можуть зашкодити. Експортуйте його ще раз без них.</translation>
    </message>
    <message>
        <location filename="../core/maps/formats/kml/elements.py"/>
        <source>“{file}” is not KML but “{root}”. Choose a KML file.</source>
        <translation>«{file}» — не KML, а «{root}». Виберіть файл KML.</translation>
    </message>
    <message>
        <location filename="../core/maps/formats/kml/elements.py"/>
        <source>“{file}” is nested too deeply to be a map. Choose a KML file.</source>
        <translation>Вкладеність у «{file}» завелика як для карти. Виберіть файл KML.</translation>
    </message>
    <message>
        <location filename="../core/maps/formats/kml/geometry.py"/>
        <source>“{file}”: placemark {feature} has coordinates that are not pairs of longitude and latitude. Repair or delete it.</source>
        <translation>«{file}»: координати позначки {feature} — не пари довготи й широти. Виправте або видаліть її.</translation>
    </message>
    <message>
        <location filename="../core/maps/formats/kml/geometry.py"/>
        <source>“{file}”: placemark {feature} has coordinates that are not numbers. Repair or delete it.</source>
        <translation>«{file}»: координати позначки {feature} — не числа. Виправте або видаліть її.</translation>
    </message>
    <message>
        <location filename="../core/maps/formats/kml/geometry.py"/>
        <source>“{file}”: placemark {feature} has coordinates that are not finite. Repair or delete it.</source>
        <translation>«{file}»: координати позначки {feature} не скінченні. Виправте або видаліть її.</translation>
    </message>
    <message>
        <location filename="../core/maps/formats/kml/reader.py"/>
        <source>“{file}” only links to another map ({address}), which is not opened. Download that map and choose it.</source>
        <translation>«{file}» лише посилається на іншу карту ({address}), яка не відкривається. Завантажте ту карту й виберіть її.</translation>
    </message>
    <message>
        <location filename="../core/maps/formats/kml/reader.py"/>
        <source>“{file}” has no folder “{folder}”. Load it again.</source>
        <translation>У «{file}» немає теки «{folder}». Завантажте його ще раз.</translation>
    </message>
    <message>
        <location filename="../core/maps/formats/liveuamap.py"/>
        <source>“{file}”: feature {feature} has an odd number of coordinates. Repair or delete it.</source>
        <translation>«{file}»: об’єкт {feature} має непарну кількість координат. Виправте або видаліть його.</translation>
    </message>
    <message>
        <location filename="../core/maps/formats/owlmaps.py"/>
        <source>“{file}”: the entry of {date} has no list of features. Repair or delete it.</source>
        <translation>«{file}»: запис за {date} не має переліку об’єктів. Виправте або видаліть його.</translation>
    </message>
    <message>
        <location filename="../core/maps/formats/topojson.py"/>
        <source>“{file}”: its object “{name}” is no geometry. Repair it.</source>
        <translation>«{file}»: його об’єкт «{name}» — не геометрія. Виправте його.</translation>
    </message>
    <message>
        <location filename="../core/maps/formats/topojson.py"/>
        <source>“{file}” is TopoJSON with a “transform” that cannot be read. Export it again.</source>
        <translation>«{file}» — TopoJSON, чий «transform» не вдається прочитати. Експортуйте його ще раз.</translation>
    </message>
    <message>
        <location filename="../core/maps/formats/topojson.py"/>
        <source>“{file}” is TopoJSON with an arc whose coordinates cannot be read. Export it again.</source>
        <translation>«{file}» — TopoJSON із дугою, координати якої не вдається прочитати. Експортуйте його ще раз.</translation>
    </message>
    <message>
        <location filename="../core/maps/formats/topojson.py"/>
        <source>“{file}”: feature {feature} uses an arc that is not in the file. Export it again.</source>
        <translation>«{file}»: об’єкт {feature} посилається на дугу, якої у файлі немає. Експортуйте його ще раз.</translation>
    </message>
    <message>
        <location filename="../core/maps/formats/unknown_crs.py"/>
        <source>“{layer}” does not say its coordinate system, and its coordinates are not degrees (x from {west} to {east}, y from {south} to {north}). Give it in {parameter}, such as EPSG:32637.</source>
        <translation>«{layer}» не називає своєї системи координат, а його координати — не градуси (x від {west} до {east}, y від {south} до {north}). Задайте її в {parameter}, наприклад EPSG:32637.</translation>
    </message>
    <message>
        <location filename="../core/maps/formats/unknown_crs.py"/>
        <source>{parameter} cannot be “{crs}”: no coordinate system is called so. Give one such as EPSG:32637.</source>
        <translation>{parameter} не може бути «{crs}»: системи координат із такою назвою немає. Задайте, наприклад, EPSG:32637.</translation>
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
        <location filename="../core/maps/readers/_date_fields.py"/>
        <source>“{layer}” has no date field. The texts of several fields hold dates, and these differ: {fields}. Choose one as the date field.</source>
        <translation>«{layer}» не має поля дати. Дати є в текстах кількох полів, і вони різняться: {fields}. Виберіть одне з них як поле дати.</translation>
    </message>
    <message>
        <location filename="../core/maps/readers/_date_fields.py"/>
        <source>“{layer}” has several fields that may hold its dates: {fields}. Choose one as the date field. (Feature {feature}: {values}.)</source>
        <translation>«{layer}» має кілька полів, у яких можуть бути дати: {fields}. Виберіть одне з них як поле дати. (Об’єкт {feature}: {values}.)</translation>
    </message>
    <message>
        <location filename="../core/maps/readers/_date_fields.py"/>
        <source>“{layer}” has no field “{field}”. Its fields are: {fields}.</source>
        <translation>«{layer}» не має поля «{field}». Його поля: {fields}.</translation>
    </message>
    <message>
        <location filename="../core/maps/readers/_date_names.py"/>
        <source>The date of “{layer}” cannot be read from its name. {reason}</source>
        <translation>Дату «{layer}» не вдається прочитати з назви. {reason}</translation>
    </message>
    <message>
        <location filename="../core/maps/readers/_date_names.py"/>
        <source>The date pattern “{pattern}” matches neither the name nor the path of “{layer}”. Correct it, or give the date or a date field (there are: {fields}).</source>
        <translation>Шаблон дати «{pattern}» не відповідає ні назві, ні шляху «{layer}». Виправте його або вкажіть дату чи поле дати (є такі: {fields}).</translation>
    </message>
    <message>
        <location filename="../core/maps/readers/_date_names.py"/>
        <source>No date is found in the name of “{layer}”. Give the date, a date field (there are: {fields}) or a pattern for the name.</source>
        <translation>У назві «{layer}» не знайдено дати. Укажіть дату, поле дати (наявні: {fields}) або шаблон назви.</translation>
    </message>
    <message>
        <location filename="../core/maps/readers/_reading.py"/>
        <source>“{layer}” has no features, and no date in its name. Choose a layer with polygons, or give the date on which nothing is held.</source>
        <translation>«{layer}» не має об’єктів, і в назві немає дати. Виберіть шар із полігонами або задайте дату, на яку нічого не контрольовано.</translation>
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
        <location filename="../core/maps/unclassed.py"/>
        <source>“{layer}” seems to show several sides or classes of control: {reason} It is not known which of them are held. Found in {field}: {values}. Give HELD_VALUES the values of the side that is measured, separated by commas, or * if all of them are its own. CONTESTED_VALUES, CLAIMED_VALUES and LIBERATED_VALUES name other classes; the rest counts as other.</source>
        <translation>«{layer}», схоже, показує кілька сторін або класів контролю: {reason} Невідомо, які з них контрольовані. Знайдено ({field}): {values}. Задайте в HELD_VALUES значення вимірюваної сторони через кому, або *, якщо всі вони її. CONTESTED_VALUES, CLAIMED_VALUES і LIBERATED_VALUES називають інші класи; решта вважається other.</translation>
    </message>
    <message>
        <location filename="../core/maps/unclassed.py"/>
        <source>its polygons “{one}” and “{other}” overlap by {area_km2} km².</source>
        <translation>її полігони «{one}» і «{other}» накладаються на {area_km2} км².</translation>
    </message>
    <message>
        <location filename="../core/maps/unclassed.py"/>
        <source>the map itself draws its polygons in different styles.</source>
        <translation>карта сама малює свої полігони різними стилями.</translation>
    </message>
    <message>
        <location filename="../core/maps/unclassed.py"/>
        <source>its field “{field}” says that nothing is held.</source>
        <translation>її поле «{field}» каже, що нічого не контрольовано.</translation>
    </message>
    <message>
        <location filename="../core/maps/unclassed.py"/>
        <source>its field “{field}” gives the polygons different colours.</source>
        <translation>її поле «{field}» надає полігонам різних кольорів.</translation>
    </message>
    <message>
        <location filename="../core/maps/unclassed.py"/>
        <source>its field “{field}” has words of control or names of sides.</source>
        <translation>її поле «{field}» містить слова про контроль або назви сторін.</translation>
    </message>
    <message>
        <location filename="../core/maps/unclassed.py"/>
        <source>the name of its field “{field}” speaks of control or of sides.</source>
        <translation>назва її поля «{field}» говорить про контроль або сторони.</translation>
    </message>
    <message>
        <location filename="../core/maps/unclassed.py"/>
        <source>the numbers of the features</source>
        <translation>номери об’єктів</translation>
    </message>
    <message>
        <location filename="../core/maps/unclassed.py"/>
        <source>the style of the map itself</source>
        <translation>стиль самої карти</translation>
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
        <source>km²</source>
        <translation>км²</translation>
    </message>
    <message>
        <location filename="../formatting.py"/>
        <source>sq mi</source>
        <translation>кв. миль</translation>
    </message>
    <message>
        <location filename="../formatting.py"/>
        <source>ha</source>
        <translation>га</translation>
    </message>
    <message>
        <location filename="../formatting.py"/>
        <source>acres</source>
        <translation>акри</translation>
    </message>
    <message>
        <location filename="../formatting.py"/>
        <source>km² a day</source>
        <translation>км² на добу</translation>
    </message>
    <message>
        <location filename="../formatting.py"/>
        <source>sq mi a day</source>
        <translation>кв. миль на добу</translation>
    </message>
    <message>
        <location filename="../formatting.py"/>
        <source>ha a day</source>
        <translation>га на добу</translation>
    </message>
    <message>
        <location filename="../formatting.py"/>
        <source>acres a day</source>
        <translation>акри на добу</translation>
    </message>
    <message>
        <location filename="../formatting.py"/>
        <source>mi</source>
        <translation>миль</translation>
    </message>
    <message>
        <location filename="../formatting.py"/>
        <source>km</source>
        <translation>км</translation>
    </message>
    <message>
        <location filename="../formatting.py"/>
        <location filename="../styles/map_tips.py"/>
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
        <location filename="../styles/map_tips.py"/>
        <location filename="../styles/texts.py"/>
        <source>{number} km</source>
        <translation>{number} км</translation>
    </message>
    <message>
        <location filename="../formatting.py"/>
        <location filename="../styles/map_tips.py"/>
        <location filename="../styles/texts.py"/>
        <source>{number} m</source>
        <translation>{number} м</translation>
    </message>
    <message>
        <location filename="../formatting.py"/>
        <location filename="../styles/map_tips.py"/>
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
        <location filename="../layouts/export.py"/>
        <source>A page is saved as {formats}, not as {path}.</source>
        <translation>Сторінка зберігається як {formats}, а не як {path}.</translation>
    </message>
    <message>
        <location filename="../layouts/export.py"/>
        <source>The map page could not be saved as {path}. Can files be written there?</source>
        <translation>Аркуш карти не вдалося зберегти як {path}. Чи можна туди записувати файли?</translation>
    </message>
    <message>
        <location filename="../layouts/extent.py"/>
        <source>There is nothing to draw: no feature has a geometry.</source>
        <translation>Малювати нічого: жоден об’єкт не має геометрії.</translation>
    </message>
    <message>
        <location filename="../layouts/template.py"/>
        <source>The template {path} cannot be used. Is it a layout template of QGIS (.qpt)?</source>
        <translation>Шаблон {path} не підходить. Чи це шаблон макета QGIS (.qpt)?</translation>
    </message>
    <message>
        <location filename="../layouts/template.py"/>
        <source>The template {path} has no page.</source>
        <translation>Шаблон {path} не має сторінки.</translation>
    </message>
    <message>
        <location filename="../plugin.py"/>
        <location filename="../processing/provider.py"/>
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
        <location filename="../processing/algorithms/animation.py"/>
        <source>Animation of a series of maps</source>
        <translation>Анімація ряду карт</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/animation.py"/>
        <source>A picture of each date with running figures, as frames, GIF or MP4, and a pair before/after.</source>
        <translation>Картинка кожної дати з поточними числами: кадри, GIF або MP4, а також пара «до» і «після».</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/animation.py"/>
        <source>animation,video,pictures,time</source>
        <translation>анімація,відео,картинки,час</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/animation.py"/>
        <source>Folder of the pictures</source>
        <translation>Тека картинок</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/animation.py"/>
        <source>Video</source>
        <translation>Відео</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/animation.py"/>
        <source>Number of pictures</source>
        <translation>Кількість картинок</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/animation.py"/>
        <source>Gained from first to last (km²)</source>
        <translation>Здобуто від першої карти до останньої (км²)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/animation.py"/>
        <source>Lost from first to last (km²)</source>
        <translation>Утрачено від першої карти до останньої (км²)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/animation.py"/>
        <source>Net from first to last (km²)</source>
        <translation>Чиста зміна від першої карти до останньої (км²)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/animation.py"/>
        <source>The animation in words</source>
        <translation>Анімація словами</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/animation.py"/>
        <source>The pictures are made, but no video: the program ffmpeg was not found. Install it (from https://ffmpeg.org, or the package ffmpeg of your system) and run again, or give its path in FFMPEG. By hand: {command}</source>
        <translation>Картинки зроблено, але відео немає: програму ffmpeg не знайдено. Установіть її (з https://ffmpeg.org або пакет ffmpeg вашої системи) і виконайте ще раз, або вкажіть її шлях у FFMPEG. Вручну: {command}</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/animation.py"/>
        <source>VIDEO ends in {ending}, but FORMAT is {format}. Give both the same.</source>
        <translation>VIDEO закінчується на {ending}, а FORMAT — {format}. Задайте обидва однаково.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/animation.py"/>
        <source>Classes counted: {classes}. Areas in an equal-area plane. The figures of a picture compare its map with the first of {count} maps; ground has the colour of the date of the map that first shows it as held.</source>
        <translation>Враховані класи: {classes}. Площі в рівновеликій площині. Числа картинки порівнюють її карту з першою; використано карт: {count}. Територія має колір дати карти, яка першою показує її контрольованою.</translation>
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
        <source>Also ground held all the time</source>
        <translation>Також територія, контрольована весь час</translation>
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
        <location filename="../processing/outputs/quantity_rows.py"/>
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
        <location filename="../models/monthlypace.model3"/>
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
        <location filename="../processing/algorithms/map_page.py"/>
        <location filename="../processing/algorithms/sector_change.py"/>
        <source>Places that changed hands</source>
        <translation>Місця, що перейшли з рук у руки</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/change_series.py"/>
        <source>First and last front</source>
        <translation>Перший і останній фронт</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/change_series.py"/>
        <source>Ground held at first and at last</source>
        <translation>Територія, контрольована спочатку й наприкінці</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/change_series.py"/>
        <source>Your amounts beside the change</source>
        <translation>Ваші кількості поруч зі зміною</translation>
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
        <location filename="../processing/outputs/fields/lines.py"/>
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
        <location filename="../models/latestchange.model3"/>
        <location filename="../models/monthlyreport.model3"/>
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
        <location filename="../processing/outputs/fields/_shared.py"/>
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
        <location filename="../ui/layer_group.py"/>
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
        <source>Polygons of who holds what, or front lines, of one date or of many.</source>
        <translation>Полігони того, хто що контролює, або лінії фронту, на одну дату або на багато.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/extract_front.py"/>
        <location filename="../ui/setup/maps_box.py"/>
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
        <location filename="../processing/algorithms/map_page.py"/>
        <source>Map page</source>
        <translation>Сторінка з картою</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/map_page.py"/>
        <source>A page for print or screen from a measured change: map, figures, legend, credit and error.</source>
        <translation>Сторінка для друку чи екрана з виміряної зміни: карта, числа, легенда, джерело і похибка.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/map_page.py"/>
        <source>map,page,print,layout</source>
        <translation>карта,сторінка,друк,макет</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/map_page.py"/>
        <source>Measured change</source>
        <translation>Виміряна зміна</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/map_page.py"/>
        <source>The result CHANGE of “Change per sector between two maps”, or SERIES of “Change by period over a series of maps”: title, figures and error come from it.</source>
        <translation>Результат CHANGE алгоритму «Зміна за ділянками між двома картами» або SERIES алгоритму «Зміна за періодами в ряді карт»: з нього заголовок, числа й похибка.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/map_page.py"/>
        <source>Period of the series</source>
        <translation>Період ряду</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/map_page.py"/>
        <source>Which period of SERIES to draw, such as 2025-06.</source>
        <translation>Який період SERIES показати, наприклад 2025-06.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/map_page.py"/>
        <source>This result of the same run, or a layer of your own. Empty: not on the page.</source>
        <translation>Цей результат того самого запуску або власний шар. Порожньо: на сторінці його немає.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/map_page.py"/>
        <source>Drawn below, or beside, what changed. Empty: not on the page.</source>
        <translation>Показано під тим, що змінилося, або поруч. Порожньо: на сторінці його немає.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/map_page.py"/>
        <source>Field with the names of places</source>
        <translation>Поле з назвами населених пунктів</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/map_page.py"/>
        <source>Empty: the first field that is called name or place.</source>
        <translation>Порожньо: перше поле з назвою name або place.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/map_page.py"/>
        <source>Page</source>
        <translation>Сторінка</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/map_page.py"/>
        <location filename="../processing/algorithms/report.py"/>
        <source>Title</source>
        <translation>Заголовок</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/map_page.py"/>
        <location filename="../processing/algorithms/report.py"/>
        <source>Alternative text</source>
        <translation>Опис для тих, хто не бачить</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/map_page.py"/>
        <source>Name of the layout in the project</source>
        <translation>Назва макета в проєкті</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/map_page.py"/>
        <location filename="../processing/inputs/dated_lines.py"/>
        <location filename="../processing/inputs/run_parameters.py"/>
        <source>{parameter} is missing. Choose a layer.</source>
        <translation>{parameter}: не вказано. Виберіть шар.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/map_page.py"/>
        <location filename="../processing/algorithms/sector_change.py"/>
        <location filename="../models/latestchange.model3"/>
        <source>Ground gained</source>
        <translation>Здобута територія</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/map_page.py"/>
        <location filename="../processing/algorithms/sector_change.py"/>
        <location filename="../models/latestchange.model3"/>
        <source>Ground lost</source>
        <translation>Втрачена територія</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/map_page.py"/>
        <location filename="../processing/algorithms/sector_change.py"/>
        <location filename="../models/latestchange.model3"/>
        <source>Depth lines</source>
        <translation>Лінії глибини</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/map_page.py"/>
        <location filename="../processing/algorithms/sector_change.py"/>
        <source>Front before and after</source>
        <translation>Фронт до і після</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/map_page.py"/>
        <location filename="../processing/algorithms/sector_change.py"/>
        <source>Ground held before and after</source>
        <translation>Територія, контрольована до і після</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/map_page.py"/>
        <location filename="../styles/texts.py"/>
        <source>Theatre</source>
        <translation>Театр</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/map_page.py"/>
        <location filename="../ui/layer_group.py"/>
        <source>Places</source>
        <translation>Місця</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/map_page.py"/>
        <source>{parameter} (“{layer}”) is of other dates than the change, so it is not on the page.</source>
        <translation>{parameter} («{layer}») має інші дати, ніж зміна, тому на сторінці його немає.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/place_status.py"/>
        <location filename="../ui/layer_group.py"/>
        <source>Status of places</source>
        <translation>Стан населених пунктів</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/place_status.py"/>
        <source>When each town was entered, half, almost and wholly taken, how much of it is held, and how far the front is.</source>
        <translation>Коли в кожне місто ввійшли, коли зайняли половину, майже все й усе, яка частка контрольована та як далеко фронт.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/place_status.py"/>
        <source>place,town,village,settlement,status,date</source>
        <translation>населений пункт,місто,село,стан,дата,частка</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/place_status.py"/>
        <source>Towns and villages: their built-up areas as polygons, or points with RADIUS.</source>
        <translation>Міста й села: забудова як полігони або точки з RADIUS.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/place_status.py"/>
        <source>Radius around points (metres)</source>
        <translation>Радіус навколо точок (метри)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/place_status.py"/>
        <source>The ground of a place that is a point. Choose the size of its built-up area: a circle with fields in it is held as a whole only when these are.</source>
        <translation>Територія населеного пункту, заданого точкою. Виберіть розмір його забудови: коло з полями контрольоване повністю лише разом із ними.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/place_status.py"/>
        <source>Status on these dates</source>
        <translation>Стан на ці дати</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/place_status.py"/>
        <source>Dates separated by commas: a row for each place and date, by the last map at or before it; all stands for every map. Left empty: the last map.</source>
        <translation>Дати через кому: рядок на кожен населений пункт і дату, за останньою картою на неї або раніше; all — кожна карта. Якщо порожньо — остання карта.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/place_status.py"/>
        <location filename="../ui/layer_group.py"/>
        <source>Log of places</source>
        <translation>Журнал населених пунктів</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/place_status.py"/>
        <source>Places of which at least 0.1 % is held</source>
        <translation>Населені пункти, контрольовані щонайменше на 0,1 %</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/place_status.py"/>
        <source>Places of which at least half is held</source>
        <translation>Населені пункти, контрольовані щонайменше наполовину</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/place_status.py"/>
        <source>Places of which at least 95 % is held</source>
        <translation>Населені пункти, контрольовані щонайменше на 95 %</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/place_status.py"/>
        <source>Places held as a whole</source>
        <translation>Населені пункти, контрольовані повністю</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/place_status.py"/>
        <source>Layer “{layer}” has only one map. The dates of a place need at least two.</source>
        <translation>У шарі «{layer}» лише одна карта. Для дат населеного пункту потрібно щонайменше дві.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/place_status.py"/>
        <source>DATES names {date}, which is before the first map of “{layer}” ({first}). Leave it out.</source>
        <translation>DATES називає {date}, а це раніше за першу карту шару «{layer}» ({first}). Вилучіть цю дату.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/place_status.py"/>
        <source>PLACES: {count} features without a point or a polygon are left out.</source>
        <translation>PLACES: без точки чи полігона вилучено об’єктів: {count}.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/place_status.py"/>
        <source>The distance to the front needs the country's outline (THEATRE), whose edge is no front; without it that field stays empty.</source>
        <translation>Для відстані до фронту потрібен контур країни (THEATRE), край якого не є фронтом; без нього це поле порожнє.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/place_status.py"/>
        <source>There is no map for {day}: the map of {used} stands for it.</source>
        <translation>Карти за {day} немає: замість неї стоїть карта за {used}.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/place_status.py"/>
        <source>Classes counted: {classes}. A date is that of the first of {count} maps that shows the share; it was reached after the map before. Points stand for a circle of {radius} m. Areas in an equal-area plane, distances on the WGS 84 ellipsoid.</source>
        <translation>Враховані класи: {classes}. Дата — це дата першої з карт (усього {count}), що показує цю частку; її досягнуто після карти перед нею. Точка означає коло радіусом {radius} м. Площі — у рівновеликій площині, відстані — на еліпсоїді WGS 84.</translation>
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
        <location filename="../models/monthlypace.model3"/>
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
        <location filename="../models/latestchange.model3"/>
        <location filename="../models/monthlypace.model3"/>
        <location filename="../models/monthlyreport.model3"/>
        <source>Folder of map files</source>
        <translation>Папка з файлами карт</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare_snapshots.py"/>
        <location filename="../models/latestchange.model3"/>
        <location filename="../models/monthlypace.model3"/>
        <location filename="../models/monthlyreport.model3"/>
        <source>All GeoJSON, Shapefile, GeoPackage, KML, GML and FlatGeobuf files in it and in the folders in it; also TopoJSON, the JSON of ArcGIS services, Liveuamap and owlmaps, tables of text (CSV) with a column of geometries, and any of these packed as .gz.</source>
        <translation>Усі файли GeoJSON, Shapefile, GeoPackage, KML, GML і FlatGeobuf у ній та вкладених папках; також TopoJSON, JSON сервісів ArcGIS, Liveuamap та owlmaps, текстові таблиці (CSV) зі стовпцем геометрій і будь-що з цього, стиснуте як .gz.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare_snapshots.py"/>
        <source>Field with the date of each feature. Left empty: the field called date, or the layer's temporal settings, or the date in the layer's or file's name.</source>
        <translation>Поле з датою кожного об’єкта. Якщо порожньо: поле з назвою date, або часові налаштування шару, або дата в назві шару чи файлу.</translation>
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
        <source>For generic maps: field with the control class (held, contested, claimed, liberated, other). Without one every polygon is held, unless the map shows several sides.</source>
        <translation>Для звичайних карт: поле з класом контролю (held, contested, claimed, liberated, other). Без нього кожен полігон контрольований, якщо карта не показує кількох сторін.</translation>
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
        <location filename="../models/monthlypace.model3"/>
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
        <source>Chart of the pace and its range</source>
        <translation>Графік темпу та його меж</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/projection.py"/>
        <location filename="../models/monthlypace.model3"/>
        <source>Targets</source>
        <translation>Цільові території</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/projection.py"/>
        <location filename="../models/monthlypace.model3"/>
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
        <source>Lengths of the windows that end with the last map, separated by commas; all is the whole series, and a date (2025-01-01) begins one. Those longer than the series are left out.</source>
        <translation>Довжини вікон, що закінчуються останньою картою, через кому; all — увесь ряд, а дата (2025-01-01) починає вікно. Довші за ряд пропускаються.</translation>
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
        <source>WINDOWS holds “{word}”, which is no number of days. Give days, a century of them at most, first dates as 2025-01-01, and “all”, as in 30,90,365,all.</source>
        <translation>WINDOWS містить «{word}», а це не кількість днів. Дайте дні, щонайбільше сторіччя, перші дати, як-от 2025-01-01, і «all», як у 30,90,365,all.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/projection.py"/>
        <location filename="../processing/inputs/run_parameters.py"/>
        <source>{parameter} cannot be used. {reason}</source>
        <translation>{parameter} не можна використати. {reason}</translation>
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
        <location filename="../processing/outputs/fields/reach.py"/>
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
        <location filename="../processing/outputs/fields/ends.py"/>
        <source>Map</source>
        <translation>Карта</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/reach.py"/>
        <source>Polygons of who holds what, or front lines. Results come in its CRS.</source>
        <translation>Полігони того, хто що контролює, або лінії фронту. Результати — у його системі координат.</translation>
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
        <source>Reach is the distance of held ground from the nearest point of the line, on the WGS 84 ellipsoid; ground within DISTANCE of the line counts, lodgements included.</source>
        <translation>Глибина за лінією — це відстань контрольованої території від найближчої точки лінії на еліпсоїді WGS 84; враховується територія в межах DISTANCE від лінії, разом із плацдармами.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/report.py"/>
        <source>Report of a period</source>
        <translation>Звіт за період</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/report.py"/>
        <source>A folder with pages, small maps, chart, tables, captions and data about a period of a series of maps.</source>
        <translation>Тека зі сторінками, малими картами, діаграмою, таблицями, підписами й даними про період ряду карт.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/report.py"/>
        <source>report,page,chart,table</source>
        <translation>звіт,сторінка,діаграма,таблиця</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/report.py"/>
        <location filename="../models/monthlyreport.model3"/>
        <source>Folder of the report</source>
        <translation>Тека звіту</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/report.py"/>
        <location filename="../processing/base.py"/>
        <source>Headline</source>
        <translation>Підсумок</translation>
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
        <location filename="../models/latestchange.model3"/>
        <source>Change per sector</source>
        <translation>Зміна за ділянками</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/sector_change.py"/>
        <location filename="../processing/outputs/fields/change.py"/>
        <source>Gained (km²)</source>
        <translation>Здобуто (км²)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/sector_change.py"/>
        <location filename="../processing/outputs/fields/change.py"/>
        <source>Lost (km²)</source>
        <translation>Втрачено (км²)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/sector_change.py"/>
        <location filename="../processing/outputs/fields/change.py"/>
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
        <location filename="../processing/outputs/fields/transects.py"/>
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
        <source>Lines that transects start from, on either side of the front. Left empty: the front of the first map. Dated lines, such as shorelines, are read from it as they are.</source>
        <translation>Лінії, від яких починаються трансекти, з будь-якого боку фронту. Якщо порожньо: фронт першої карти. Датовані лінії, як-от берегові, читаються від неї такими, як є.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/transects.py"/>
        <source>Movement of lines is positive</source>
        <translation>Рух ліній додатний</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/transects.py"/>
        <source>Only for dated lines with a baseline: away from it (a baseline on land: growth is positive) or towards it (a baseline at sea).</source>
        <translation>Лише для датованих ліній із базовою лінією: геть від неї (away, базова лінія на суходолі: приріст додатний) або до неї (towards, базова лінія в морі).</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/transects.py"/>
        <source>Stop transects where they cross a neighbour</source>
        <translation>Зупиняти трансекти там, де вони перетинають сусідній</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/transects.py"/>
        <source>Otherwise each has its full length, and ground inside a bend is read more than once.</source>
        <translation>Інакше кожен має всю свою довжину, і територія всередині вигину читається кілька разів.</translation>
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
        <source>Distances along transects on the WGS 84 ellipsoid, advance positive. Statistics as in the Digital Shoreline Analysis System. Weighted by the front that each transect represents. NET_KM2 is the area held on the last map less the area held on the first, of the whole maps and not only along the transects.</source>
        <translation>Відстані вздовж трансектів на еліпсоїді WGS 84, просування додатне. Статистика — як у Digital Shoreline Analysis System. Зважено за фронтом, який представляє кожен трансект. NET_KM2 — площа, контрольована на останній карті, без площі, контрольованої на першій: цілих карт, а не лише вздовж трансектів.</translation>
    </message>
    <message>
        <location filename="../processing/animation/pictures.py"/>
        <source>No map shows any ground of the classes chosen. Choose other classes in CLASSES.</source>
        <translation>Жодна карта не показує території вибраних класів. Виберіть інші класи в CLASSES.</translation>
    </message>
    <message>
        <location filename="../processing/animation/video.py"/>
        <source>FFMPEG ({path}) is not a program that can be run. Give the path of ffmpeg.</source>
        <translation>FFMPEG ({path}) — не програма, яку можна виконати. Вкажіть шлях до ffmpeg.</translation>
    </message>
    <message>
        <location filename="../processing/animation/video.py"/>
        <source>ffmpeg ({program}) could not make the video: {reason}. Choose FORMAT frames, or another ffmpeg in FFMPEG.</source>
        <translation>ffmpeg ({program}) не зміг зробити відео: {reason}. Виберіть FORMAT frames або інший ffmpeg у FFMPEG.</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <location filename="../processing/outputs/fields/_shared.py"/>
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
        <source>Pages and reports</source>
        <translation>Сторінки та звіти</translation>
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
        <location filename="../processing/inputs/areas_table.py"/>
        <source>AREAS_LANGUAGE chooses among the areas of AREAS_TABLE, and none is given: the areas are those of the plugin, with English names.</source>
        <translation>AREAS_LANGUAGE вибирає серед площ AREAS_TABLE, а її не задано: площі — з модуля, з англійськими назвами.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/areas_table.py"/>
        <source>Table “{layer}” needs a field name and one field with areas: area_km2, area_sqmi, area_ha or area_acres. Its fields are: {fields}.</source>
        <translation>Таблиця «{layer}» потребує поля name і одного поля з площами: area_km2, area_sqmi, area_ha чи area_acres. Її поля: {fields}.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/areas_table.py"/>
        <source>Table “{layer}” has no area for AREAS_LANGUAGE “{language}”. Its languages are: {languages}.</source>
        <translation>Таблиця «{layer}» не має площі для AREAS_LANGUAGE «{language}». Її мови: {languages}.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/areas_table.py"/>
        <source>Table “{layer}”: row {row} (“{name}”) needs a name and an area above zero; it has “{area}”.</source>
        <translation>Таблиця «{layer}»: рядок {row} («{name}») потребує назви й площі, більшої за нуль; у ньому «{area}».</translation>
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
        <location filename="../processing/inputs/comparisons.py"/>
        <source>Shares of “{name}”: {outside} of {held} held on the last map lie outside of it. They count in the numerator only.</source>
        <translation>Частки від «{name}»: {outside} із {held}, контрольованих на останній карті, лежать поза нею. Вони є лише в чисельнику.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/comparisons.py"/>
        <source>DENOMINATOR_AREA_KM2 needs a name, which is printed beside every share. Give DENOMINATOR_NAME: for instance “Ukraine, whole”.</source>
        <translation>DENOMINATOR_AREA_KM2 потребує назви, яка друкується поруч із кожною часткою. Задайте DENOMINATOR_NAME: наприклад, «Україна, уся».</translation>
    </message>
    <message>
        <location filename="../processing/inputs/comparisons.py"/>
        <source>DENOMINATOR_NAME names an area, but there is none. Give DENOMINATOR_AREA_KM2, or the layer THEATRE.</source>
        <translation>DENOMINATOR_NAME називає площу, якої немає. Задайте DENOMINATOR_AREA_KM2 або шар THEATRE.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/comparisons.py"/>
        <source>{parameter}: the measured maps run from {first} to {last} and do not reach {boundary} (the day plus OFFSET_DAYS). Give a day between them, or more maps.</source>
        <translation>{parameter}: виміряні карти тривають від {first} до {last} і не сягають {boundary} (день плюс OFFSET_DAYS). Задайте день між ними або більше карт.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/comparisons.py"/>
        <source>WINDOWS holds “{word}”, which is no number of days. Give days, a century of them at most, with commas between them: 7,28,365.</source>
        <translation>WINDOWS містить «{word}», що не є кількістю днів. Задайте дні, щонайбільше століття, через кому: 7,28,365.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/comparisons.py"/>
        <source>SPANS holds “{word}”, which is no span of days. Give the first and the last day of each, both included, as in 2025-08-01/2025-08-19;2025-08-20/2025-08-31.</source>
        <translation>SPANS містить «{word}», що не є проміжком днів. Задайте перший і останній день кожного, обидва включно, як-от 2025-08-01/2025-08-19;2025-08-20/2025-08-31.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/context.py"/>
        <source>Front length needs the country's outline (THEATRE); without it those fields stay empty.</source>
        <translation>Довжина фронту потребує обрису країни (THEATRE); без нього ці поля лишаються порожніми.</translation>
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
        <location filename="../processing/inputs/daily_columns.py"/>
        <location filename="../processing/inputs/holder_transitions.py"/>
        <location filename="../processing/inputs/series_reader.py"/>
        <source>Layer “{layer}” has no field “{field}”. Its fields are: {fields}.</source>
        <translation>Шар «{layer}» не має поля «{field}». Його поля: {fields}.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/daily_columns.py"/>
        <source>Table “{layer}” has no rows. Choose another table, or leave it empty.</source>
        <translation>Таблиця «{layer}» не має рядків. Виберіть іншу таблицю або залиште порожнім.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/daily_columns.py"/>
        <source>Table “{layer}” has no date field, so its amounts belong to no period. Name the field in DAILY_DATE_FIELD, or choose “levels” in DAILY_KIND for amounts that always hold. Its fields are: {fields}.</source>
        <translation>Таблиця «{layer}» не має поля дати, тож її кількості не належать жодному періоду. Назвіть поле в DAILY_DATE_FIELD або виберіть «levels» у DAILY_KIND для кількостей, що діють завжди. Її поля: {fields}.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/daily_columns.py"/>
        <source>Table “{layer}” has no field with numbers alone. Name the fields in DAILY_FIELDS. Its fields are: {fields}.</source>
        <translation>Таблиця «{layer}» не має поля, де були б самі числа. Назвіть поля в DAILY_FIELDS. Її поля: {fields}.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/daily_columns.py"/>
        <source>Table “{layer}”: “{value}” in the field “{field}” (row {row}) is no clear number. Write numbers without separators of thousands.</source>
        <translation>Таблиця «{layer}»: «{value}» у полі «{field}» (рядок {row}) — не однозначне число. Пишіть числа без роздільників тисяч.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/daily_table.py"/>
        <source>Table “{layer}”: it is not said who reports its amounts. Give DAILY_SOURCE, or a field called source: a figure without its source is worth nothing.</source>
        <translation>Таблиця «{layer}»: не сказано, хто повідомляє її кількості. Дайте DAILY_SOURCE або поле з назвою source: число без джерела нічого не варте.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/daily_table.py"/>
        <source>Table “{layer}”: {count} rows have no place and are not counted (row {rows}).</source>
        <translation>Таблиця «{layer}»: рядки без місця не враховано. Рядків: {count} (рядок {rows}).</translation>
    </message>
    <message>
        <location filename="../processing/inputs/daily_table.py"/>
        <source>Table “{layer}”: the amounts of {count} sectors are added up, since the run has no SECTORS: {names}. A row with a total among them would count twice.</source>
        <translation>Таблиця «{layer}»: кількості складено за всіма ділянками, бо SECTORS не дано. Ділянок: {count} ({names}). Рядок із загальною сумою серед них порахувався б двічі.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/daily_table.py"/>
        <source>Table “{layer}”: {count} rows are of no sector of this run and are not counted: {names}. Its sectors must be called as those in SECTORS.</source>
        <translation>Таблиця «{layer}»: рядки, що не належать жодній ділянці цього запуску, не враховано. Рядків: {count}. Назви: {names}. Її ділянки мають зватися, як у SECTORS.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/daily_table.py"/>
        <source>Table “{layer}”: none of its sectors is among those of SECTORS. It has: {names}. SECTORS has: {sectors}.</source>
        <translation>Таблиця «{layer}»: жодної з її ділянок немає серед SECTORS. У ній: {names}. У SECTORS: {sectors}.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/daily_table.py"/>
        <source>Table “{layer}”: {count} rows are dated outside the periods ({first} to {last}) and are not counted; the first is of {oldest}, the last of {newest}.</source>
        <translation>Таблиця «{layer}»: рядки з датами поза періодами (від {first} до {last}) не враховано. Рядків: {count}; перший — {oldest}, останній — {newest}.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/daily_table.py"/>
        <source>Table “{layer}”: {count} rows have no number in “{field}” (row {rows}): unknown, not zero.</source>
        <translation>Таблиця «{layer}»: у полі «{field}» бракує чисел. Рядків: {count} (рядок {rows}): невідомо, а не нуль.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/dated_lines.py"/>
        <source>It is not known which ground is held. Give points or polygons in held ground as MARKS, or choose with {side} on which side of the lines, as they were drawn, the ground is held (left or right).</source>
        <translation>Невідомо, яка територія контрольована. Дайте точки або полігони на контрольованій території як MARKS або виберіть у {side}, з якого боку ліній, як їх проведено, лежить контрольована територія (left або right).</translation>
    </message>
    <message>
        <location filename="../processing/inputs/dated_lines.py"/>
        <source>Layer “{layer}”: {count} features have no line and are left out (feature {features}). If the front ended on that date, that is not measured.</source>
        <translation>Шар «{layer}»: об’єктів без лінії, які пропущено: {count} (об’єкт {features}). Якщо фронт тієї дати скінчився, цього не виміряно.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/drawn_lines.py"/>
        <source>Lines of {count} dates, from {first} to {last}, are read from the baseline as they are. All their dates count, whatever PERIOD is; THEATRE and HOME are not needed, and there is no net area.</source>
        <translation>Лінії {count} дат, від {first} до {last}, читаються від базової лінії такими, як є. Рахуються всі їхні дати, хоч яким є PERIOD; THEATRE і HOME не потрібні, а чистої площі немає.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/drawn_lines.py"/>
        <source>On {count} of {all} transects the lines lie on the other side of the baseline “{layer}” than on most. Transects of a line of the baseline are turned to one side together; positions on the other are negative. Movements are right, but a baseline on one side of all lines is easier to read.</source>
        <translation>На {count} із {all} трансектів лінії лежать з іншого боку базової лінії «{layer}», ніж на більшості. Трансекти однієї лінії базової лінії повернуто в один бік; положення з іншого боку від’ємні. Рух правильний, але базова лінія з одного боку від усіх ліній зрозуміліша.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/dropped_files.py"/>
        <source>It has no features, so nothing is held on its date. Drop it together with other maps: they are prepared as one series.</source>
        <translation>У ньому немає об’єктів, тож на його дату нічого не контролюється. Перетягніть його разом з іншими картами: їх буде підготовлено як один ряд.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/dropped_files.py"/>
        <source>There are more than {count} files in it. Drop the folder with the maps.</source>
        <translation>Там більше файлів, ніж {count}. Перетягніть папку з картами.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/dropped_files.py"/>
        <source>Not map files.</source>
        <translation>Не файли карт.</translation>
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
        <source>A table without geometries (WKT or GeoJSON) and without the columns lat and lon of places.</source>
        <translation>Таблиця без геометрій (WKT або GeoJSON) і без стовпців lat і lon, які мають місця.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/dropped_files.py"/>
        <source>Not a map file.</source>
        <translation>Не файл карти.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/dropped_files.py"/>
        <source>“{file}” cannot be opened: you have no right to read it.</source>
        <translation>«{file}» не вдається відкрити: немає права на читання.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/dropped_files.py"/>
        <source>“{file}” is not a zip archive that can be read. Download it again.</source>
        <translation>«{file}» — не zip-архів, який можна прочитати. Завантажте його ще раз.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/dropped_files.py"/>
        <source>“{file}” is an archive with a file “{suffix}” in it. Unpack it, and drop the files.</source>
        <translation>В архіві «{file}» лежить файл «{suffix}». Розпакуйте його й перетягніть самі файли.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/dropped_files.py"/>
        <source>MAPS_CRS of “Prepare snapshots”</source>
        <translation>MAPS_CRS алгоритму «Підготувати знімки»</translation>
    </message>
    <message>
        <location filename="../processing/inputs/dropped_files.py"/>
        <source>It cannot be opened: {reason}.</source>
        <translation>Його не вдається відкрити: {reason}.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/held_areas.py"/>
        <source>Layer “{layer}” has no polygons of the classes {classes} on {date}; it has: {found}.</source>
        <translation>Шар «{layer}» не має полігонів класів {classes} на {date}; у ньому є: {found}.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/held_areas.py"/>
        <source>Layer “{layer}”: edges that span 180° of longitude or more are taken as drawn (feature {features}). If the feature shall cross the meridian of 180° instead, split it there.</source>
        <translation>Шар «{layer}»: ребра на 180° довготи або більше взято так, як їх накреслено (об’єкт {features}). Якщо об’єкт натомість має перетинати меридіан 180°, розділіть його там.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/held_areas.py"/>
        <source>Layer “{layer}”: {count} seams between its pieces, narrower than {width} m, are not counted as front.</source>
        <translation>Шар «{layer}»: шви між його частинами ({count}), вужчі за {width} м, не вважаються фронтом.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/held_areas.py"/>
        <source>No map has polygons of the classes {classes}. The class field has other words: {words}. Say what they mean with HELD_VALUES, or choose another CLASS_FIELD.</source>
        <translation>На жодній карті немає полігонів класів {classes}. Поле класу має інші слова: {words}. Скажіть, що вони означають, через HELD_VALUES або виберіть інше CLASS_FIELD.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/held_areas.py"/>
        <location filename="../processing/inputs/series_reader.py"/>
        <source>Layer “{layer}” has no polygons of the classes {classes}. Choose other classes in CLASSES, or another layer.</source>
        <translation>Шар «{layer}» не має полігонів класів {classes}. Виберіть інші класи в CLASSES або інший шар.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/held_areas.py"/>
        <source>Neither map has polygons of the classes {classes}. Choose other classes in CLASSES.</source>
        <translation>Жодна з карт не має полігонів класів {classes}. Виберіть інші класи в CLASSES.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/held_from_lines.py"/>
        <source>The front of {date} is drawn twice: in layer “{layer}” two lines run along each other (feature {features}). Delete one of them, or give them their own dates.</source>
        <translation>Фронт за {date} накреслено двічі: у шарі «{layer}» дві лінії йдуть одна вздовж одної (об’єкт {features}). Вилучіть одну з них або дайте кожній свою дату.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/held_from_lines.py"/>
        <source>The lines of {date} do not separate the sides: they only enclose a strip narrower than BRIDGE_DISTANCE, as lines do that are drawn twice. Delete one of them, or draw them on to the theatre's edge.</source>
        <translation>Лінії за {date} не розділяють сторін: вони охоплюють лише смугу, вужчу за BRIDGE_DISTANCE, як лінії, накреслені двічі. Вилучіть одну з них або доведіть їх до межі театру.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/held_from_lines.py"/>
        <source>No line of {date} lies in the theatre “{theatre}”, so nothing separates the sides. Do both layers lie in the same place?</source>
        <translation>Жодна лінія за {date} не лежить у театрі «{theatre}», тож ніщо не розділяє сторони. Чи лежать обидва шари в тому самому місці?</translation>
    </message>
    <message>
        <location filename="../processing/inputs/held_from_lines.py"/>
        <source>The lines of {date} do not separate the sides: the longest of them, {length} km, ends at {ends}, farther than BRIDGE_DISTANCE from any other line and than EXTEND_DISTANCE from the theatre's edge. Draw it on, or choose greater distances.</source>
        <translation>Лінії за {date} не розділяють сторони: найдовша з них, {length} км, закінчується в {ends}, далі за BRIDGE_DISTANCE від будь-якої іншої лінії та за EXTEND_DISTANCE від межі театру. Продовжте її або виберіть більші відстані.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/held_from_lines.py"/>
        <source>{count} lines, {length} km in all, separate nothing (at {places})</source>
        <translation>ліній: {count}, разом {length} км, нічого не розділяють (у {places})</translation>
    </message>
    <message>
        <location filename="../processing/inputs/held_from_lines.py"/>
        <source>lines of opposite directions border the same ground (at {places})</source>
        <translation>лінії протилежних напрямів обмежують ту саму територію (у {places})</translation>
    </message>
    <message>
        <location filename="../processing/inputs/held_from_lines.py"/>
        <source>{count} marks lie outside the theatre</source>
        <translation>позначок поза театром: {count}</translation>
    </message>
    <message>
        <location filename="../processing/inputs/held_from_lines.py"/>
        <source>{area} of land that no line borders is taken for not held; mark it if it is</source>
        <translation>{area} землі, якої не обмежує жодна лінія, вважаються неконтрольованими; поставте позначку, якщо це не так</translation>
    </message>
    <message>
        <location filename="../processing/inputs/holders.py"/>
        <source>Layer “{layer}”: field “{field}” has {count} different values, and sides are from 1 to {most}. Choose the field with the names of the sides as HOLDER_FIELD.</source>
        <translation>Шар «{layer}»: поле «{field}» має різних значень: {count}, а сторін буває від 1 до {most}. Виберіть як HOLDER_FIELD поле з назвами сторін.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/holders.py"/>
        <source>Layer “{layer}”: features that count as held have no side in field “{field}” ({count}); in HOLDERS nobody holds their ground.</source>
        <translation>Шар «{layer}»: об’єкти, що вважаються контрольованими, не мають сторони в полі «{field}» ({count}); у HOLDERS їхньої території не контролює ніхто.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/holders.py"/>
        <source>Layer “{layer}”: several sides count as held: {names}. Only HOLDERS and EXCHANGES tell them apart; the other results are about them together.</source>
        <translation>Шар «{layer}»: контрольованими вважаються кілька сторін: {names}. Їх розрізняють лише HOLDERS і EXCHANGES; інші результати — про них разом.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/holders.py"/>
        <source>Layer “{layer}”: several sides count as held: {names}. Give HELD_VALUES the side that the other results are about, or all of them (*) if these shall be about all together.</source>
        <translation>Шар «{layer}»: контрольованими вважаються кілька сторін: {names}. Задайте в HELD_VALUES сторону, про яку інші результати, або всі (*), якщо вони про всіх разом.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/holders.py"/>
        <source>Several sides claim the same ground on maps ({count}), most on that of {map}: {area} km². It counts for the side whose name comes first.</source>
        <translation>На картах ({count}) кілька сторін мають ту саму територію, найбільше на карті {map}: {area} км². Вона належить стороні, чия назва перша.</translation>
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
        <location filename="../processing/inputs/layer_keys.py"/>
        <source>with edits that are not saved</source>
        <translation>з незбереженими змінами</translation>
    </message>
    <message>
        <location filename="../processing/inputs/layers.py"/>
        <source>Layer “{layer}” is a table without geometry, so there is nothing to measure. Choose a layer with a geometry.</source>
        <translation>Шар «{layer}» — таблиця без геометрії, тож вимірювати нічого. Виберіть шар із геометрією.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/layers.py"/>
        <source>Layer “{layer}” has no coordinate system, so its areas cannot be known. Set its CRS in the layer's properties, or give it in {parameter}.</source>
        <translation>Шар «{layer}» не має системи координат, тож його площі невідомі. Задайте її у властивостях шару або в {parameter}.</translation>
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
        <source>Layer “{layer}” should have {count} features, but only {found} can be read: its file is cut off or damaged, or was changed since it was loaded. Load it again, or export it again.</source>
        <translation>Шар «{layer}» мав би містити об’єктів: {count}, але прочитати вдається лише {found}: його файл обрізано чи пошкоджено, або його змінено після завантаження. Завантажте його знову або експортуйте знову.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/layers.py"/>
        <source>Layer “{layer}” has no features, and its file {path} is not there any more. Choose a layer or file with polygons.</source>
        <translation>Шар «{layer}» не має об’єктів, а його файлу {path} уже немає. Виберіть шар або файл із полігонами.</translation>
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
        <location filename="../processing/inputs/lines_as_maps.py"/>
        <source>“{layer}” has lines and no polygons. For the ground behind front lines give the land that they divide as THEATRE, and which part of it is held: points or polygons in it as MARKS, or left or right as {side}.</source>
        <translation>«{layer}» має лінії й не має полігонів. Щоб отримати територію за лініями фронту, дайте землю, яку вони ділять, як THEATRE, і вкажіть, яку її частину контролюють: точки або полігони в ній як MARKS або left чи right як {side}.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/map_errors.py"/>
        <source>Layer “{layer}”: the position error of feature {number} in the field “{field}” is {value}. It must be a number of metres, 0 or more.</source>
        <translation>Шар «{layer}»: похибка положення об’єкта {number} у полі «{field}» — {value}. Має бути число метрів, 0 або більше.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/map_errors.py"/>
        <source>{count} features have no position error in the field “{field}”; they get the {general} m of {parameter}.</source>
        <translation>Об’єктів без похибки положення в полі «{field}»: {count}; для них береться {general} м з {parameter}.</translation>
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
        <location filename="../processing/inputs/measured_change.py"/>
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
        <source>“{file}” is an earlier result made from the maps in the folder. It is not read.</source>
        <translation>«{file}» — попередній результат, зроблений із карт цієї теки. Його не читають.</translation>
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
        <source>None of the maps has a polygon. Choose maps of which at least one shows held ground.</source>
        <translation>На жодній карті немає полігонів. Виберіть карти, хоча б одна з яких показує контрольовану територію.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/map_survey.py"/>
        <source>Maps without classes have the class that their names tell: {found}.</source>
        <translation>Карти без класів мають клас, який видно з їхніх назв: {found}.</translation>
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
        <source>“{layer}” was made from the maps in the folder.</source>
        <translation>«{layer}» зроблено з карт цієї теки.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/map_survey.py"/>
        <source>Maps that repeat another one of the same instant, and are merged with it: {count} ({names}).</source>
        <translation>Карт, що повторюють іншу карту того самого моменту й об’єднані з нею: {count} ({names}).</translation>
    </message>
    <message>
        <location filename="../processing/inputs/map_survey.py"/>
        <source>It cannot be opened: {reason}. Check the path and your rights.</source>
        <translation>Його не вдається відкрити: {reason}. Перевірте шлях і свої права.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/map_survey.py"/>
        <source>Its polygons cannot be put together: {reason}</source>
        <translation>Його полігони не вдається скласти: {reason}</translation>
    </message>
    <message>
        <location filename="../processing/inputs/map_survey.py"/>
        <source>It cannot be read ({reason}). Open it in QGIS and export it again.</source>
        <translation>Його не вдається прочитати ({reason}). Відкрийте його в QGIS і експортуйте знову.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/map_values.py"/>
        <source>None of the values is held. Choose the class held for the values of the measured side.</source>
        <translation>Жодне значення не контрольоване. Виберіть клас held для значень вимірюваної сторони.</translation>
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
        <source>The map before is by {before}, the one after by {after}: what the two draw differently shows as gained or lost. Compare maps of one publisher.</source>
        <translation>Видавець попередньої карти — {before}, наступної — {after}: що вони малюють по-різному, видно як здобуте чи втрачене. Порівнюйте карти одного видавця.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/maps.py"/>
        <source>Layer “{layer}” holds maps of {count} dates, from {first} to {last}. Say which one to use with {parameter}.</source>
        <translation>Шар «{layer}» містить карти за {count} дат, від {first} до {last}. Укажіть потрібну дату в {parameter}.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/measured_change.py"/>
        <source>“{layer}” is not a measured change: it has no field {fields}. Choose the layer that “Change per sector between two maps” or “Change by period over a series of maps” has written.</source>
        <translation>«{layer}» — не виміряна зміна: у ньому немає поля {fields}. Виберіть шар, який записав алгоритм «Зміна за ділянками між двома картами» або «Зміна за періодами в ряді карт».</translation>
    </message>
    <message>
        <location filename="../processing/inputs/measured_change.py"/>
        <source>“{layer}” has {count} periods. Say in PERIOD which one to draw: {periods}.</source>
        <translation>Періодів у «{layer}»: {count}. Укажіть у PERIOD, який показати: {periods}.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/measured_change.py"/>
        <source>“{layer}” has no figures for the period {period}.</source>
        <translation>«{layer}» не має чисел за період {period}.</translation>
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
        <location filename="../processing/inputs/pair.py"/>
        <source>The map after ({after}) is not later than the map before ({before}). Choose maps of two dates, or leave BEFORE empty.</source>
        <translation>Карта «після» ({after}) не пізніша за карту «до» ({before}). Виберіть карти двох дат або залиште BEFORE порожнім.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/place_names.py"/>
        <source>Layer “{layer}” has no field with the names of places. Name it in PLACE_FIELD. Its fields are: {fields}.</source>
        <translation>У шарі «{layer}» немає поля з назвами населених пунктів. Назвіть його в PLACE_FIELD. Його поля: {fields}.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/place_table.py"/>
        <source>Table “{layer}” has no points and no columns lon and lat. Its columns are: {fields}.</source>
        <translation>Таблиця «{layer}» не має ні точок, ні стовпців lon і lat. Її стовпці: {fields}.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/publisher_calendar.py"/>
        <source>These maps ({publisher}) are dated {days} late; the ends of periods are shifted by {days}.</source>
        <translation>Дати цих карт ({publisher}) спізнюються на {days}; кінці періодів зсунуто на {days}.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/publisher_calendar.py"/>
        <source>These maps ({publisher}) are dated {days} early; the ends of periods are shifted back by {days}.</source>
        <translation>Дати цих карт ({publisher}) випереджають зміст на {days}; кінці періодів зсунуто назад на {days}.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/publisher_calendar.py"/>
        <source>These maps ({publisher}) are dated at the time that they show; the ends of periods are not shifted.</source>
        <translation>Дати цих карт ({publisher}) відповідають часу, який вони показують; кінці періодів не зсунуто.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/publisher_calendar.py"/>
        <source>OFFSET_DAYS is auto, but the publisher of layer “{layer}” is not known: auto needs the result of “Prepare snapshots” with the maps of one publisher. Give OFFSET_DAYS as a number of days.</source>
        <translation>OFFSET_DAYS має значення auto, але видавець шару «{layer}» невідомий: auto потребує результату «Підготувати знімки» з картами одного видавця. Укажіть OFFSET_DAYS як кількість днів.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/publisher_calendar.py"/>
        <source>These maps ({publisher}) are dated {days} late. This run does not shift the ends of its periods; for periods by the calendar give OFFSET_DAYS={number}.</source>
        <translation>Дати цих карт ({publisher}) спізнюються на {days}. Цей запуск не зсуває кінців своїх періодів; для календарних періодів укажіть OFFSET_DAYS={number}.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/publisher_calendar.py"/>
        <source>These maps ({publisher}) are dated {days} early. This run does not shift the ends of its periods; for periods by the calendar give OFFSET_DAYS={number}.</source>
        <translation>Дати цих карт ({publisher}) випереджають зміст на {days}. Цей запуск не зсуває кінців своїх періодів; для календарних періодів укажіть OFFSET_DAYS={number}.</translation>
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
        <source>Layer “{layer}” has nothing of the classes {classes} on {count} of its dates ({dates}).</source>
        <translation>Шар «{layer}» не має нічого класів {classes} на стільки своїх дат: {count} ({dates}).</translation>
    </message>
    <message>
        <location filename="../processing/inputs/series_reader.py"/>
        <source>Layer “{layer}” has no date field that could be found. Name it in DATE_FIELD. Its fields are: {fields}.</source>
        <translation>Шар «{layer}» не має поля дати, яке вдалося б знайти. Назвіть його в DATE_FIELD. Його поля: {fields}.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/survey_maps.py"/>
        <source>The theatre (layer “{layer}”) does not contain the maps: they lie between {south}° and {north}° north, {west}° and {east}° east. Choose the land that is fought over, or check its coordinate system.</source>
        <translation>Театр (шар «{layer}») не містить карт: вони лежать між {south}° і {north}° північної широти, {west}° і {east}° східної довготи. Виберіть землю, за яку точаться бої, або перевірте її систему координат.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/survey_maps.py"/>
        <source>“{map}” is the same source as “{first}”: it is read once.</source>
        <translation>«{map}» — те саме джерело, що й «{first}»: його прочитано один раз.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/survey_maps.py"/>
        <source>Files in the folder that are no maps: {found}.</source>
        <translation>Файли в папці, що не є картами: {found}.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/survey_maps.py"/>
        <source>There is nothing to prepare. Choose layers in LAYERS, a folder in FOLDER, or both.</source>
        <translation>Готувати нічого. Виберіть шари в LAYERS, папку у FOLDER або і те, і те.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/survey_maps.py"/>
        <source>There are no maps in the folder {folder}. It is searched, with the folders in it, for files that end in {suffixes}.</source>
        <translation>У папці {folder} немає карт. У ній і у вкладених папках шукаються файли із закінченням {suffixes}.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/transect_readings.py"/>
        <source>Distances along transects on the WGS 84 ellipsoid from the baseline to the lines as they were drawn. Statistics as in the Digital Shoreline Analysis System. Weighted by the baseline that each transect represents. Lines have no net area.</source>
        <translation>Відстані вздовж трансектів на еліпсоїді WGS 84 від базової лінії до ліній, як їх накреслено. Статистика — як у Digital Shoreline Analysis System. Зважено за базовою лінією, яку представляє кожен трансект. Лінії не мають чистої площі.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/transect_readings.py"/>
        <source>No transect has a reading on two dates. Are the transects long enough (LENGTH)? Do the maps belong together?</source>
        <translation>Жоден трансект не має відліків на дві дати. Чи достатньо довгі трансекти (LENGTH)? Чи належать карти до одного ряду?</translation>
    </message>
    <message>
        <location filename="../processing/inputs/transect_readings.py"/>
        <source>There are maps of two dates; regression rates (LRR, WLR) need three and stay empty.</source>
        <translation>Є карти лише двох дат; регресійні швидкості (LRR, WLR) потребують трьох і лишаються порожніми.</translation>
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
        <location filename="../processing/inputs/whole_files.py"/>
        <source>Layer “{layer}”: QGIS shows {shown} of the {count} features with polygons in its file, so the series would lack the others. Prepare the file with preparesnapshots, and measure its result.</source>
        <translation>Шар «{layer}»: QGIS показує {shown} з {count} об’єктів із полігонами у своєму файлі, тож решти в ряді бракувало б. Підготуйте файл за допомогою preparesnapshots і вимірюйте результат.</translation>
    </message>
    <message>
        <location filename="../processing/inputs/whole_gml.py"/>
        <source>“{file}” is damaged in line {line}, and what follows there would be missing. Download or export it again.</source>
        <translation>«{file}» пошкоджено в рядку {line}, і все, що далі, було б утрачено. Завантажте або експортуйте його знову.</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>From {before} to {after} the side gained {gained} and lost {lost}: net {net} (± {error}), {pace}.</source>
        <translation>Від {before} до {after} сторона здобула {gained} і втратила {lost}: чиста зміна {net} (± {error}), {pace}.</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>From {before} to {after} {side} gained {gained} and lost {lost}: net {net} (± {error}), {pace}.</source>
        <translation>Від {before} до {after}, {side}: здобуто {gained}, втрачено {lost}; чиста зміна {net} (± {error}), {pace}.</translation>
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
        <source>Give a colour such as #b2182b.</source>
        <translation>Дайте колір, наприклад #b2182b.</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>{parameter} ({title}) is a layer that has been removed from the project. Choose another.</source>
        <translation>{parameter} ({title}): цей шар вилучено з проєкту. Виберіть інший.</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>style of the map itself</source>
        <translation>стиль самої карти</translation>
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
        <source>Layer “{layer}”: parts of other kinds, or on the network, left out: {count} ({detail}). Only polygons in the file itself have an area.</source>
        <translation>Шар «{layer}»: пропущено частин іншого виду або таких, що в мережі: {count} ({detail}). Площу мають лише полігони в самому файлі.</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>Layer “{layer}”: some of its times go on after the next map has begun ({count}). A feature counts only in the map of the day on which its time begins, so later maps lack it. If it belongs to them, copy it into each.</source>
        <translation>Шар «{layer}»: деякі з його проміжків часу тривають і після початку наступної карти ({count}). Об’єкт враховується лише на карті того дня, коли його час починається, тож на пізніших картах його бракує. Якщо він належить і до них, додайте до кожної його копію.</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>Layer “{layer}”: its text is not in the encoding that it declares and is read as {detail}. Check its names, and save it in UTF-8 if they are wrong.</source>
        <translation>Шар «{layer}»: його текст не в тому кодуванні, яке він оголошує, тож прочитано як {detail}. Перевірте назви; якщо вони неправильні, збережіть файл у UTF-8.</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>Layer “{layer}” names no coordinate system; its coordinates are taken for degrees of longitude and latitude (WGS 84).</source>
        <translation>Шар «{layer}» не називає системи координат; його координати вважаються градусами довготи та широти (WGS 84).</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>Layer “{layer}” is incomplete: the service sent {count} features and had more (exceededTransferLimit), so ground is missing. Download the rest too, and put the parts together.</source>
        <translation>Шар «{layer}» неповний: сервіс надіслав {count} об’єктів, а мав більше (exceededTransferLimit), тож частини території бракує. Завантажте й решту та об’єднайте частини.</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>Layer “{layer}”: its front line is left out, since its areas show what is held.</source>
        <translation>Шар «{layer}»: його лінію фронту пропущено, бо контрольоване показують його області.</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>Layer “{layer}”: curves are measured as chains of straight edges (features: {count}).</source>
        <translation>Шар «{layer}»: криві вимірюються як ланцюжки прямих відрізків (об’єктів: {count}).</translation>
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
        <source>Layer “{layer}” has no date field: its dates are read from the texts in the field “{detail}” (features: {count}).</source>
        <translation>Шар «{layer}» не має поля дати: дати прочитано з текстів у полі «{detail}» (об’єктів: {count}).</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>Layer “{layer}”: its date ({detail}) is that of a folder in its path, since no field and no name has one.</source>
        <translation>Шар «{layer}»: його дата ({detail}) — це дата теки в шляху, бо її немає ні в полі, ні в назві.</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>Layer “{layer}”: dates that give only a month or a year: {count}. Each stands for its first day ({names}).</source>
        <translation>Шар «{layer}»: дат, у яких є лише місяць або рік: {count}. Кожна означає свій перший день ({names}).</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>Layer “{layer}”: dates with a year of two digits are read as recent ones, not as years ago: {count} ({names}). If that is wrong, give DATE_PATTERN.</source>
        <translation>Шар «{layer}»: дати з дворозрядним роком прочитано як недавні, а не давні: {count} ({names}). Якщо це не так, задайте DATE_PATTERN.</translation>
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
        <source>Layer “{layer}”: without a class field all {count} polygons of a date count as held, though they differ in {field} ({values}). If some are not held, give HELD_VALUES those that are.</source>
        <translation>Шар «{layer}»: без поля класу всі полігони однієї дати ({count}) вважаються контрольованими, хоча різняться: {field} ({values}). Якщо деякі не контрольовані, задайте в HELD_VALUES ті, що контрольовані.</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>Layer “{layer}”: “{detail}” stands for advances and claims together, so claimed ground counts as held too (features: {count}). Compare the map only with others that use this name.</source>
        <translation>Шар «{layer}»: «{detail}» означає просування й заяви разом, тож заявлена територія теж рахується як контрольована (об’єктів: {count}). Порівнюйте карту лише з тими, що мають цю назву.</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>Layer “{layer}”: the control class is read from words in the field {field} ({values}).</source>
        <translation>Шар «{layer}»: клас контролю прочитано зі слів у полі {field} ({values}).</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>Layer “{layer}”: values found in {field}: {values} (features: {count}).</source>
        <translation>Шар «{layer}»: знайдено значення, ознака: {field}: {values} (об’єктів: {count}).</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>Layer “{layer}”: other values in {field} count as “other”: {values} (features in all: {count}).</source>
        <translation>Шар «{layer}»: інші значення, ознака: {field}, вважаються класом «інше» (other): {values} (об’єктів загалом: {count}).</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>Layer “{layer}” has none of the values that were given, so all of it counts as “other”. It has: {names}.</source>
        <translation>Шар «{layer}» не має жодного із заданих значень, тож увесь вважається «other». У ньому є: {names}.</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>Layer “{layer}” has no features: nothing is held on its date.</source>
        <translation>Шар «{layer}» не має об’єктів: на його дату нічого не контрольовано.</translation>
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
        <source>parts of other kinds, or on the network: {count} ({detail})</source>
        <translation>частини іншого виду або в мережі: {count} ({detail})</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>times that go on after the next map has begun: {count}</source>
        <translation>проміжки часу, що тривають після початку наступної карти: {count}</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>its text is read as {detail}, not as it declares</source>
        <translation>текст прочитано як {detail}, а не так, як оголошено</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>no coordinate system is named; taken for longitude and latitude</source>
        <translation>систему координат не названо; вважаються довготою та широтою</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>incomplete: the service had more than these {count} features</source>
        <translation>неповна: сервіс мав більше, ніж ці {count} об’єктів</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>the front line beside the areas is left out</source>
        <translation>лінію фронту поряд з областями пропущено</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>features with curves, measured as straight edges: {count}</source>
        <translation>об’єктів із кривими, виміряних як прямі відрізки: {count}</translation>
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
        <source>the date is read from the texts in the field “{detail}”</source>
        <translation>дату прочитано з текстів у полі «{detail}»</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>the date ({detail}) is that of a folder</source>
        <translation>дата ({detail}) — це дата теки</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>dates of only a month or a year, each standing for its first day: {count} ({names})</source>
        <translation>дат лише з місяцем або роком, кожна означає свій перший день: {count} ({names})</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>dates with a year of two digits, read as recent ones: {count} ({names})</source>
        <translation>дати з дворозрядним роком, прочитані як недавні: {count} ({names})</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>the date field “{detail}” is not used for this publisher</source>
        <translation>поле дати «{detail}» для цього видавця не використовується</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>“{detail}” joins advances and claims, all counted as held: {count}</source>
        <translation>«{detail}» поєднує просування й заяви, усе рахується як контрольоване: {count}</translation>
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
        <source>the class is read from words in the field {field} ({values})</source>
        <translation>клас прочитано зі слів у полі {field} ({values})</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>values found in {field}: {values}</source>
        <translation>знайдено значення, ознака: {field}: {values}</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>other values in {field}, counted as “other”: {values}</source>
        <translation>інші значення, ознака: {field}, що вважаються класом «інше» (other): {values}</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>none of the given values, so all counts as “other”; it has: {names}</source>
        <translation>жодного із заданих значень, тож усе вважається «other»; є: {names}</translation>
    </message>
    <message>
        <location filename="../processing/messages.py"/>
        <source>no features: nothing is held</source>
        <translation>об’єктів немає: нічого не контрольовано</translation>
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
        <source>From {first} to {last} {side} captured and kept {gained}; {again} were captured and lost again, and {lost} held at the start were lost.</source>
        <translation>Від {first} до {last}, {side}: зайнято й утримано {gained}; {again} було зайнято й утрачено, а {lost} з контрольованого на початку втрачено.</translation>
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
        <location filename="../processing/outputs/class_layers.py"/>
        <source>Area of each class by period</source>
        <translation>Площа кожного класу за періодами</translation>
    </message>
    <message>
        <location filename="../processing/outputs/class_layers.py"/>
        <source>Class before and after, by period</source>
        <translation>Клас до та після, за періодами</translation>
    </message>
    <message>
        <location filename="../processing/outputs/class_layers.py"/>
        <source>Area of each class by period {dates}</source>
        <translation>Площа кожного класу за періодами {dates}</translation>
    </message>
    <message>
        <location filename="../processing/outputs/class_layers.py"/>
        <source>Class before and after, by period {dates}</source>
        <translation>Клас до та після, за періодами {dates}</translation>
    </message>
    <message>
        <location filename="../processing/outputs/class_layers.py"/>
        <source>Held ground alone, and held and contested ground together, changed in opposite directions (periods: {periods}). State which of the two is meant; CLASS_AREAS has both.</source>
        <translation>Сама контрольована територія та контрольована разом зі спірною змінилися в протилежних напрямках (періоди: {periods}). Зазначте, яку з двох мають на увазі; CLASS_AREAS має обидві.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/class_rows.py"/>
        <source>held ground alone changed by {alone}, held and contested ground together by {both}: state which one is meant</source>
        <translation>сама контрольована територія змінилася на {alone}, контрольована разом зі спірною — на {both}: зазначте, яку мають на увазі</translation>
    </message>
    <message>
        <location filename="../processing/outputs/comparison_layers.py"/>
        <source>Periods compared</source>
        <translation>Порівняння періодів</translation>
    </message>
    <message>
        <location filename="../processing/outputs/comparison_layers.py"/>
        <source>Rolling windows</source>
        <translation>Рухомі вікна</translation>
    </message>
    <message>
        <location filename="../processing/outputs/comparison_layers.py"/>
        <source>Spans compared</source>
        <translation>Порівняння проміжків</translation>
    </message>
    <message>
        <location filename="../processing/outputs/comparison_layers.py"/>
        <source>Periods compared {dates}</source>
        <translation>Порівняння періодів {dates}</translation>
    </message>
    <message>
        <location filename="../processing/outputs/comparison_layers.py"/>
        <source>Rolling windows {dates}</source>
        <translation>Рухомі вікна {dates}</translation>
    </message>
    <message>
        <location filename="../processing/outputs/comparison_layers.py"/>
        <source>Spans compared {dates}</source>
        <translation>Порівняння проміжків {dates}</translation>
    </message>
    <message>
        <location filename="../processing/outputs/comparison_rows.py"/>
        <source>largest net of all {count} periods from {first} on</source>
        <translation>найбільша чиста зміна за всі періоди ({count}), від: {first}</translation>
    </message>
    <message>
        <location filename="../processing/outputs/comparison_rows.py"/>
        <source>smallest net of all {count} periods from {first} on</source>
        <translation>найменша чиста зміна за всі періоди ({count}), від: {first}</translation>
    </message>
    <message>
        <location filename="../processing/outputs/comparison_rows.py"/>
        <source>largest net since {period} ({net}), the largest of {count} from {first} on</source>
        <translation>найбільша чиста зміна після періоду {period} ({net}): найбільша з {count}, від: {first}</translation>
    </message>
    <message>
        <location filename="../processing/outputs/comparison_rows.py"/>
        <source>smallest net since {period} ({net}), the smallest of {count} from {first} on</source>
        <translation>найменша чиста зміна після періоду {period} ({net}): найменша з {count}, від: {first}</translation>
    </message>
    <message>
        <location filename="../processing/outputs/comparison_rows.py"/>
        <source>not counted: {periods}</source>
        <translation>не враховано: {periods}</translation>
    </message>
    <message>
        <location filename="../processing/outputs/comparison_rows.py"/>
        <source>not compared: {reason}</source>
        <translation>не порівнюється: {reason}</translation>
    </message>
    <message>
        <location filename="../processing/outputs/comparison_rows.py"/>
        <source>no comparison with {period}: {reason}</source>
        <translation>без порівняння з {period}: {reason}</translation>
    </message>
    <message>
        <location filename="../processing/outputs/comparison_rows.py"/>
        <location filename="../processing/outputs/span_rows.py"/>
        <source>no map came within it</source>
        <translation>у ньому немає жодної карти</translation>
    </message>
    <message>
        <location filename="../processing/outputs/comparison_rows.py"/>
        <source>the maps do not span it</source>
        <translation>карти його не охоплюють</translation>
    </message>
    <message>
        <location filename="../processing/outputs/comparison_rows.py"/>
        <location filename="../processing/outputs/span_rows.py"/>
        <source>it has {length}, and its maps are {days} apart</source>
        <translation>його тривалість — {length}, а між його картами — {days}</translation>
    </message>
    <message>
        <location filename="../processing/outputs/comparison_rows.py"/>
        <source>it has {length}, unlike most of the periods</source>
        <translation>його тривалість — {length}, не така, як у більшості періодів</translation>
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
        <location filename="../processing/outputs/end_layers.py"/>
        <source>Held {dates}</source>
        <translation>Контрольована територія {dates}</translation>
    </message>
    <message>
        <location filename="../processing/outputs/end_layers.py"/>
        <location filename="../processing/outputs/front_layers.py"/>
        <source>Front {dates}</source>
        <translation>Фронт {dates}</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/_shared.py"/>
        <source>Before (UTC)</source>
        <translation>Дата до (UTC)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/_shared.py"/>
        <source>After (UTC)</source>
        <translation>Дата після (UTC)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/_shared.py"/>
        <source>Days</source>
        <translation>Днів</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/_shared.py"/>
        <location filename="../ui/setup/found_list.py"/>
        <source>Date (UTC)</source>
        <translation>Дата (UTC)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/_shared.py"/>
        <source>Until (UTC)</source>
        <translation>До (UTC)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/_shared.py"/>
        <location filename="../styles/texts.py"/>
        <source>Sector</source>
        <translation>Ділянка</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/_shared.py"/>
        <location filename="../processing/parameters/series.py"/>
        <source>Period</source>
        <translation>Період</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/_shared.py"/>
        <source>Complete</source>
        <translation>Повний</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/_shared.py"/>
        <location filename="../processing/outputs/fields/ends.py"/>
        <source>Kind</source>
        <translation>Тип</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/_shared.py"/>
        <source>Area (km²)</source>
        <translation>Площа (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/_shared.py"/>
        <source>Mean width (m)</source>
        <translation>Середня ширина (м)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/_shared.py"/>
        <source>Held (km²)</source>
        <translation>Контрольоване (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/_shared.py"/>
        <source>Length (km)</source>
        <translation>Довжина (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/_shared.py"/>
        <source>Front (km)</source>
        <translation>Фронт (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/_shared.py"/>
        <source>Advance (km)</source>
        <translation>Просування (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/_shared.py"/>
        <source>Advance, standard error (km)</source>
        <translation>Просування, стандартна похибка (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/_shared.py"/>
        <source>Bearing (°)</source>
        <translation>Азимут (°)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/_shared.py"/>
        <location filename="../processing/outputs/fields/snapshots.py"/>
        <source>Outcome</source>
        <translation>Наслідок</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/_shared.py"/>
        <source>Line</source>
        <translation>Лінія</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/_shared.py"/>
        <source>Last change (UTC)</source>
        <translation>Остання зміна (UTC)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/_shared.py"/>
        <source>Gained, all these sectors (km²)</source>
        <translation>Здобуто, усі ці ділянки (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/_shared.py"/>
        <source>Net (sq mi)</source>
        <translation>Чиста зміна (кв. миль)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/_shared.py"/>
        <source>About as large as</source>
        <translation>Приблизно як</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/_shared.py"/>
        <source>Area of that (km²)</source>
        <translation>Площа того (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/_shared.py"/>
        <source>Warning</source>
        <translation>Попередження</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/_shared.py"/>
        <source>Status</source>
        <translation>Стан</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/arrows.py"/>
        <source>Speed (m a day)</source>
        <translation>Швидкість (м на добу)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/arrows.py"/>
        <source>Speed, standard error (m a day)</source>
        <translation>Швидкість, стандартна похибка (м на добу)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/arrows.py"/>
        <source>Arrived (UTC)</source>
        <translation>Досягнуто (UTC)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/arrows.py"/>
        <source>Level</source>
        <translation>Рівень</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/arrows.py"/>
        <source>Level within its period</source>
        <translation>Рівень у своєму періоді</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/arrows.py"/>
        <source>Spacing (m)</source>
        <translation>Крок (м)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/axes.py"/>
        <source>Axis</source>
        <translation>Вісь</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/axes.py"/>
        <source>Length of the axis (km)</source>
        <translation>Довжина осі (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/axes.py"/>
        <source>Front on the axis before (km)</source>
        <translation>Фронт на осі до (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/axes.py"/>
        <source>Front on the axis (km)</source>
        <translation>Фронт на осі (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/axes.py"/>
        <source>Advance beyond 1.96 standard errors</source>
        <translation>Просування понад 1,96 стандартної похибки</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/axes.py"/>
        <source>Advance (m a day)</source>
        <translation>Просування (м на добу)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/axes.py"/>
        <source>Advance since the first map (km)</source>
        <translation>Просування від першої карти (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/axes.py"/>
        <source>Path left to the end (km)</source>
        <translation>Шлях, що лишився до кінця (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/axes.py"/>
        <source>Width of the box (km)</source>
        <translation>Ширина смуги (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/axes.py"/>
        <source>Advance by the box (km)</source>
        <translation>Просування за смугою (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/axes.py"/>
        <source>By the box, standard error (km)</source>
        <translation>За смугою, стандартна похибка (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/axes.py"/>
        <source>Advance by the curvilinear box (km)</source>
        <translation>Просування за криволінійною смугою (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/axes.py"/>
        <source>By the curvilinear box, standard error (km)</source>
        <translation>За криволінійною смугою, стандартна похибка (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/axes.py"/>
        <source>Position by the box (km)</source>
        <translation>Положення за смугою (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/axes.py"/>
        <source>Position by the curvilinear box (km)</source>
        <translation>Положення за криволінійною смугою (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/capture.py"/>
        <source>Holder at the end</source>
        <translation>Хто контролює наприкінці</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/capture.py"/>
        <source>Held at the start</source>
        <translation>Контрольовано на початку</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/capture.py"/>
        <source>First captured (UTC)</source>
        <translation>Зайнято вперше (UTC)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/capture.py"/>
        <source>Last captured (UTC)</source>
        <translation>Зайнято востаннє (UTC)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/capture.py"/>
        <source>Days held</source>
        <translation>Днів під контролем</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/capture.py"/>
        <source>Times it changed hands</source>
        <translation>Скільки разів перейшло з рук у руки</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/capture.py"/>
        <source>Gained and held ever since (km²)</source>
        <translation>Здобуто й відтоді контролюється (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/capture.py"/>
        <source>Gained and lost again (km²)</source>
        <translation>Здобуто і знову втрачено (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/change.py"/>
        <source>Part</source>
        <translation>Частина</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/change.py"/>
        <source>Held before (km²)</source>
        <translation>Контрольовано до (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/change.py"/>
        <source>Held after (km²)</source>
        <translation>Контрольовано після (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/change.py"/>
        <source>Gained, standard error (km²)</source>
        <translation>Здобуто, стандартна похибка (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/change.py"/>
        <source>Lost, standard error (km²)</source>
        <translation>Втрачено, стандартна похибка (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/change.py"/>
        <source>Net, standard error (km²)</source>
        <translation>Чиста зміна, стандартна похибка (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/change.py"/>
        <source>Net beyond 1.96 standard errors</source>
        <translation>Чиста зміна понад 1,96 стандартної похибки</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/change.py"/>
        <location filename="../processing/outputs/fields/classes.py"/>
        <source>Net, held alone (km²)</source>
        <translation>Чиста зміна, лише контрольоване (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/change.py"/>
        <source>Net, with contested and claimed (km²)</source>
        <translation>Чиста зміна, зі спірним і заявленим (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/change.py"/>
        <source>Net pace (km² a day)</source>
        <translation>Чистий темп (км² на добу)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/change.py"/>
        <source>Net pace, standard error (km² a day)</source>
        <translation>Чистий темп, стандартна похибка (км² на добу)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/change.py"/>
        <source>Gained within map noise (km²)</source>
        <translation>Здобуто в межах шуму карти (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/change.py"/>
        <source>Lost within map noise (km²)</source>
        <translation>Втрачено в межах шуму карти (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/change.py"/>
        <source>Lodgements (km²)</source>
        <translation>Плацдарми (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/change.py"/>
        <source>Advance, deepest (km)</source>
        <translation>Просування, найглибше (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/change.py"/>
        <source>Advance, deepest, standard error (km)</source>
        <translation>Просування, найглибше, стандартна похибка (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/change.py"/>
        <source>Advance, 95th percentile (km)</source>
        <translation>Просування, 95-й процентиль (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/change.py"/>
        <source>Advance, 95th percentile, standard error (km)</source>
        <translation>Просування, 95-й процентиль, стандартна похибка (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/change.py"/>
        <source>Advance, mean (km)</source>
        <translation>Просування, середнє (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/change.py"/>
        <source>Advance, error of the mean (km)</source>
        <translation>Просування, похибка середнього (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/change.py"/>
        <source>Retreat, deepest (km)</source>
        <translation>Відхід, найглибший (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/change.py"/>
        <source>Retreat, deepest, standard error (km)</source>
        <translation>Відхід, найглибший, стандартна похибка (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/change.py"/>
        <source>Retreat, 95th percentile (km)</source>
        <translation>Відхід, 95-й процентиль (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/change.py"/>
        <source>Retreat, 95th percentile, standard error (km)</source>
        <translation>Відхід, 95-й процентиль, стандартна похибка (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/change.py"/>
        <source>Retreat, mean (km)</source>
        <translation>Відхід, середній (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/change.py"/>
        <source>Retreat, mean, standard error (km)</source>
        <translation>Відхід, середній, стандартна похибка (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/change.py"/>
        <source>Front before (km)</source>
        <translation>Фронт до (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/change.py"/>
        <source>Front after (km)</source>
        <translation>Фронт після (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/change.py"/>
        <source>Places gained</source>
        <translation>Здобуті місця</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/change.py"/>
        <source>Places lost</source>
        <translation>Втрачені місця</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/change.py"/>
        <source>Area, standard error (km²)</source>
        <translation>Площа, стандартна похибка (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/change.py"/>
        <source>Area beyond 1.96 standard errors</source>
        <translation>Площа понад 1,96 стандартної похибки</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/change.py"/>
        <source>Greatest depth (km)</source>
        <translation>Найбільша глибина (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/change.py"/>
        <source>Greatest depth, standard error (km)</source>
        <translation>Найбільша глибина, стандартна похибка (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/change.py"/>
        <source>Perimeter (km)</source>
        <translation>Периметр (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/change.py"/>
        <source>Shared with ground held (km)</source>
        <translation>Спільно з контрольованим (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/change.py"/>
        <source>Expansion</source>
        <translation>Розширення</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/change.py"/>
        <source>Scope</source>
        <translation>Охоплення</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/change.py"/>
        <source>Depth (km)</source>
        <translation>Глибина (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/change.py"/>
        <source>Depth, standard error (km)</source>
        <translation>Глибина, стандартна похибка (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/change.py"/>
        <source>Area behind the line beyond 1.96 standard errors</source>
        <translation>Площа за лінією понад 1,96 стандартної похибки</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/change.py"/>
        <source>From, longitude (°)</source>
        <translation>Від, довгота (°)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/change.py"/>
        <source>From, latitude (°)</source>
        <translation>Від, широта (°)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/change.py"/>
        <source>To, longitude (°)</source>
        <translation>До, довгота (°)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/change.py"/>
        <source>To, latitude (°)</source>
        <translation>До, широта (°)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/classes.py"/>
        <source>Class before</source>
        <translation>Клас до</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/classes.py"/>
        <source>Class after</source>
        <translation>Клас після</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/classes.py"/>
        <source>Contested (km²)</source>
        <translation>Спірне (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/classes.py"/>
        <source>Claimed (km²)</source>
        <translation>Заявлене (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/classes.py"/>
        <source>Liberated (km²)</source>
        <translation>Звільнене (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/classes.py"/>
        <source>Other (km²)</source>
        <translation>Інше (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/classes.py"/>
        <source>No class (km²)</source>
        <translation>Без класу (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/classes.py"/>
        <source>Total (km²)</source>
        <translation>Разом (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/classes.py"/>
        <source>Contested before (km²)</source>
        <translation>Спірне до (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/classes.py"/>
        <source>Contested after (km²)</source>
        <translation>Спірне після (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/classes.py"/>
        <source>Claimed before (km²)</source>
        <translation>Заявлене до (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/classes.py"/>
        <source>Claimed after (km²)</source>
        <translation>Заявлене після (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/classes.py"/>
        <source>Liberated before (km²)</source>
        <translation>Звільнене до (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/classes.py"/>
        <source>Liberated after (km²)</source>
        <translation>Звільнене після (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/classes.py"/>
        <source>Other before (km²)</source>
        <translation>Інше до (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/classes.py"/>
        <source>Other after (km²)</source>
        <translation>Інше після (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/classes.py"/>
        <source>Net, contested alone (km²)</source>
        <translation>Чиста зміна, лише спірне (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/classes.py"/>
        <source>Net, claimed alone (km²)</source>
        <translation>Чиста зміна, лише заявлене (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/classes.py"/>
        <source>Net, held and contested (km²)</source>
        <translation>Чиста зміна, контрольоване та спірне (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/comparisons.py"/>
        <source>Remark</source>
        <translation>Примітка</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/comparisons.py"/>
        <source>Previous period</source>
        <translation>Попередній період</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/comparisons.py"/>
        <source>Net of the previous period (km²)</source>
        <translation>Чиста зміна попереднього періоду (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/comparisons.py"/>
        <source>Net of the previous period, standard error (km²)</source>
        <translation>Чиста зміна попереднього періоду, стандартна похибка (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/comparisons.py"/>
        <source>Difference from the previous (km²)</source>
        <translation>Різниця з попереднім (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/comparisons.py"/>
        <source>Difference from the previous, standard error (km²)</source>
        <translation>Різниця з попереднім, стандартна похибка (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/comparisons.py"/>
        <source>Change from the previous (%)</source>
        <translation>Зміна проти попереднього (%)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/comparisons.py"/>
        <source>Period a year before</source>
        <translation>Період роком раніше</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/comparisons.py"/>
        <source>Net a year before (km²)</source>
        <translation>Чиста зміна роком раніше (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/comparisons.py"/>
        <source>Net a year before, standard error (km²)</source>
        <translation>Чиста зміна роком раніше, стандартна похибка (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/comparisons.py"/>
        <source>Difference from a year before (km²)</source>
        <translation>Різниця з періодом роком раніше (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/comparisons.py"/>
        <source>Difference from a year before, standard error (km²)</source>
        <translation>Різниця з періодом роком раніше, стандартна похибка (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/comparisons.py"/>
        <source>Change from a year before (%)</source>
        <translation>Зміна проти періоду роком раніше (%)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/comparisons.py"/>
        <source>Rank, largest first</source>
        <translation>Місце від найбільшої</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/comparisons.py"/>
        <source>Rank, smallest first</source>
        <translation>Місце від найменшої</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/comparisons.py"/>
        <source>Periods ranked</source>
        <translation>Періодів у переліку</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/comparisons.py"/>
        <source>Smallest net since</source>
        <translation>Найменша чиста зміна відтоді, як</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/comparisons.py"/>
        <source>Rank in words</source>
        <translation>Місце словами</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/comparisons.py"/>
        <source>Shares are of</source>
        <translation>Частки від</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/comparisons.py"/>
        <source>Area that shares are of (km²)</source>
        <translation>Площа, від якої частки (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/comparisons.py"/>
        <source>Net (percentage points)</source>
        <translation>Чиста зміна (відсоткові пункти)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/comparisons.py"/>
        <source>Held, share of that area (%)</source>
        <translation>Контрольована частка цієї площі (%)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/comparisons.py"/>
        <location filename="../processing/outputs/fields/quantities.py"/>
        <source>Sector (km²)</source>
        <translation>Ділянка (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/comparisons.py"/>
        <source>Net in the sector (percentage points)</source>
        <translation>Чиста зміна на ділянці (відсоткові пункти)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/comparisons.py"/>
        <source>Held, share of the sector (%)</source>
        <translation>Контрольована частка ділянки (%)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/comparisons.py"/>
        <source>Running total since (UTC)</source>
        <translation>Загальна зміна від (UTC)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/comparisons.py"/>
        <source>Running total (km²)</source>
        <translation>Загальна зміна (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/comparisons.py"/>
        <source>Days of the running total</source>
        <translation>Днів загальної зміни</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/comparisons.py"/>
        <source>Running total per day (km² a day)</source>
        <translation>Загальна зміна за добу (км² на добу)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/comparisons.py"/>
        <source>Running total (percentage points)</source>
        <translation>Загальна зміна (відсоткові пункти)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/comparisons.py"/>
        <source>Window (days)</source>
        <translation>Вікно (дні)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/comparisons.py"/>
        <source>Start of the previous window (UTC)</source>
        <translation>Початок попереднього вікна (UTC)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/comparisons.py"/>
        <source>Span</source>
        <translation>Проміжок</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/comparisons.py"/>
        <source>Previous span</source>
        <translation>Попередній проміжок</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/comparisons.py"/>
        <source>Days of the previous span</source>
        <translation>Днів у попередньому проміжку</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/comparisons.py"/>
        <source>Net pace of the previous span (km² a day)</source>
        <translation>Темп чистої зміни попереднього проміжку (км² на добу)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/comparisons.py"/>
        <source>Change of the net pace (%)</source>
        <translation>Зміна темпу чистої зміни (%)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/front.py"/>
        <source>Simplified by (m)</source>
        <translation>Спрощено на (м)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/front.py"/>
        <source>Front that moved (km)</source>
        <translation>Фронт, що зрушив (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/front.py"/>
        <source>Boundary at the mask (km)</source>
        <translation>Межа біля маски (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/front.py"/>
        <source>Stretches</source>
        <translation>Відрізки</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/holders.py"/>
        <source>Side</source>
        <translation>Сторона</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/holders.py"/>
        <source>Share before (%)</source>
        <translation>Частка до (%)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/holders.py"/>
        <source>Share after (%)</source>
        <translation>Частка після (%)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/holders.py"/>
        <source>Share, change (points of %)</source>
        <translation>Частка, зміна (в. п.)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/holders.py"/>
        <source>Other side</source>
        <translation>Інша сторона</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/lines.py"/>
        <source>Lines</source>
        <translation>Лінії</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/lines.py"/>
        <source>Lines (km)</source>
        <translation>Лінії (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/lines.py"/>
        <source>Beyond the theatre (km)</source>
        <translation>Поза театром (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/lines.py"/>
        <source>Gaps bridged (km)</source>
        <translation>З’єднані розриви (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/lines.py"/>
        <source>Gaps bridged, longest (m)</source>
        <translation>З’єднані розриви, найдовший (м)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/lines.py"/>
        <source>Ends extended</source>
        <translation>Продовжені кінці</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/lines.py"/>
        <source>Ends extended (km)</source>
        <translation>Продовжені кінці (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/lines.py"/>
        <source>Ends extended, longest (m)</source>
        <translation>Продовжені кінці, найдовший (м)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/lines.py"/>
        <source>Lines that separate nothing</source>
        <translation>Лінії, що нічого не розділяють</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/lines.py"/>
        <source>Lines that separate nothing (km)</source>
        <translation>Лінії, що нічого не розділяють (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/lines.py"/>
        <source>Length (m)</source>
        <translation>Довжина (м)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/places.py"/>
        <location filename="../styles/texts.py"/>
        <source>Place</source>
        <translation>Місце</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/places.py"/>
        <source>Date asked for (UTC)</source>
        <translation>Запитана дата (UTC)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/places.py"/>
        <source>Share held</source>
        <translation>Контрольована частка</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/places.py"/>
        <source>Share held, standard error</source>
        <translation>Контрольована частка, стандартна похибка</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/places.py"/>
        <source>Share held on the first map</source>
        <translation>Контрольована частка на першій карті</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/places.py"/>
        <source>First entry (UTC)</source>
        <translation>Уперше ввійшли (UTC)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/places.py"/>
        <source>First entry, map before (UTC)</source>
        <translation>Уперше ввійшли, карта перед (UTC)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/places.py"/>
        <source>Half (UTC)</source>
        <translation>Половина (UTC)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/places.py"/>
        <source>Half, map before (UTC)</source>
        <translation>Половина, карта перед (UTC)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/places.py"/>
        <source>95 % (UTC)</source>
        <translation>95 % (UTC)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/places.py"/>
        <source>95 %, map before (UTC)</source>
        <translation>95 %, карта перед (UTC)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/places.py"/>
        <source>Whole (UTC)</source>
        <translation>Увесь (UTC)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/places.py"/>
        <source>Whole, map before (UTC)</source>
        <translation>Увесь, карта перед (UTC)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/places.py"/>
        <source>Last change, map before (UTC)</source>
        <translation>Остання зміна, карта перед (UTC)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/places.py"/>
        <source>Changes of hands</source>
        <translation>Переходів із рук у руки</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/places.py"/>
        <source>Distance to the front (km)</source>
        <translation>Відстань до фронту (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/places.py"/>
        <source>Distance to held ground (km)</source>
        <translation>Відстань до контрольованої території (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/places.py"/>
        <source>Status before</source>
        <translation>Стан до</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/places.py"/>
        <source>Status after</source>
        <translation>Стан після</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/places.py"/>
        <source>Share held before</source>
        <translation>Контрольована частка до</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/places.py"/>
        <source>Share held after</source>
        <translation>Контрольована частка після</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/projection.py"/>
        <source>Target</source>
        <translation>Мета</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/projection.py"/>
        <source>Window</source>
        <translation>Вікно</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/projection.py"/>
        <source>Pace (km² a day)</source>
        <translation>Темп (км² на добу)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/projection.py"/>
        <source>Pace, standard error (km² a day)</source>
        <translation>Темп, стандартна похибка (км² на добу)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/projection.py"/>
        <source>Target (km²)</source>
        <translation>Мета (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/projection.py"/>
        <source>Held (%)</source>
        <translation>Контрольоване (%)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/projection.py"/>
        <source>Remaining (km²)</source>
        <translation>Лишилося (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/projection.py"/>
        <source>Days needed</source>
        <translation>Потрібно днів</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/projection.py"/>
        <source>Years needed</source>
        <translation>Потрібно років</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/projection.py"/>
        <source>Years, at least</source>
        <translation>Років, щонайменше</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/projection.py"/>
        <source>Years, at most</source>
        <translation>Років, щонайбільше</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/projection.py"/>
        <source>Last moved (UTC)</source>
        <translation>Востаннє рухався (UTC)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/projection.py"/>
        <source>Net (ha)</source>
        <translation>Чиста зміна (га)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/projection.py"/>
        <source>Net (acres)</source>
        <translation>Чиста зміна (акри)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/projection.py"/>
        <source>Quantity per km²</source>
        <translation>Кількість на км²</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/projection.py"/>
        <source>Verdict</source>
        <translation>Висновок</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/projection.py"/>
        <source>Pace, at least (km² a day)</source>
        <translation>Темп, щонайменше (км² на добу)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/projection.py"/>
        <source>Pace, at most (km² a day)</source>
        <translation>Темп, щонайбільше (км² на добу)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/projection.py"/>
        <source>Ranges that held</source>
        <translation>Межі, що справдилися</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/projection.py"/>
        <source>Hit rate of the range (%)</source>
        <translation>Частка влучань у межі (%)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/projection.py"/>
        <source>Paces within their standard error</source>
        <translation>Темпи в межах своєї стандартної похибки</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/projection.py"/>
        <source>Hit rate of the standard error (%)</source>
        <translation>Частка влучань у стандартну похибку (%)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/projection.py"/>
        <source>Earlier dates tested</source>
        <translation>Перевірено раніших дат</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/projection.py"/>
        <source>Range</source>
        <translation>Межі</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/projection.py"/>
        <source>Ranges stated from what was known</source>
        <translation>Межі, названі за відомим на той час</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/projection.py"/>
        <source>Of these, ranges that held</source>
        <translation>З них справдилися</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/projection.py"/>
        <source>Hit rate from what was known (%)</source>
        <translation>Частка влучань за відомим на той час (%)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/projection.py"/>
        <source>Pace that followed (km² a day)</source>
        <translation>Темп, що настав потім (км² на добу)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/projection.py"/>
        <source>Within the standard error</source>
        <translation>У межах стандартної похибки</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/projection.py"/>
        <source>Within the range</source>
        <translation>У межах</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/projection.py"/>
        <source>Held as projected (km²)</source>
        <translation>Контрольовано за темпом (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/projection.py"/>
        <source>Held as it came (km²)</source>
        <translation>Контрольовано насправді (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/projection.py"/>
        <source>Outcomes known then</source>
        <translation>Відомі на той час наслідки</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/projection.py"/>
        <source>Pace as known then, at least (km² a day)</source>
        <translation>Темп за відомим тоді, щонайменше (км² на добу)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/projection.py"/>
        <source>Pace as known then, at most (km² a day)</source>
        <translation>Темп за відомим тоді, щонайбільше (км² на добу)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/projection.py"/>
        <source>Within the range as known then</source>
        <translation>У межах за відомим тоді</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/quantities.py"/>
        <source>Quantity</source>
        <translation>Кількість чого</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/quantities.py"/>
        <source>Amount</source>
        <translation>Кількість</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/quantities.py"/>
        <source>Amount, all sectors</source>
        <translation>Кількість, усі ділянки</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/quantities.py"/>
        <source>Share of amounts (%)</source>
        <translation>Частка кількості (%)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/quantities.py"/>
        <source>Share of gained (%)</source>
        <translation>Частка здобутого (%)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/quantities.py"/>
        <source>Amount per km² gained</source>
        <translation>Кількість на здобутий км²</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/quantities.py"/>
        <source>Amount per km² gained, at least</source>
        <translation>Кількість на здобутий км², щонайменше</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/quantities.py"/>
        <source>Amount per km² gained, at most</source>
        <translation>Кількість на здобутий км², щонайбільше</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/quantities.py"/>
        <source>Amount per km² of net</source>
        <translation>Кількість на км² чистої зміни</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/quantities.py"/>
        <source>Amount per km² of the sector</source>
        <translation>Кількість на км² ділянки</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/quantities.py"/>
        <source>Rows of the table</source>
        <translation>Рядки таблиці</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/quantities.py"/>
        <source>First row dated (UTC)</source>
        <translation>Дата першого рядка (UTC)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/quantities.py"/>
        <source>Last row dated (UTC)</source>
        <translation>Дата останнього рядка (UTC)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/quantities.py"/>
        <location filename="../processing/outputs/fields/snapshots.py"/>
        <location filename="../ui/setup/found_list.py"/>
        <source>Source</source>
        <translation>Джерело</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/quantities.py"/>
        <source>In words</source>
        <translation>Словами</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/reach.py"/>
        <source>Reach, farthest (km)</source>
        <translation>Глибина за лінією, найбільша (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/reach.py"/>
        <source>Reach, standard error (km)</source>
        <translation>Глибина за лінією, стандартна похибка (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/reach.py"/>
        <source>Reach is a lower bound</source>
        <translation>Глибина — нижня межа</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/reach.py"/>
        <source>Reach, 95th percentile (km)</source>
        <translation>Глибина за лінією, 95-й процентиль (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/reach.py"/>
        <source>Reach, mean (km)</source>
        <translation>Глибина за лінією, середня (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/reach.py"/>
        <source>Line covered (km)</source>
        <translation>Охоплено лінії (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/reach.py"/>
        <source>Line (km)</source>
        <translation>Лінія (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/reach.py"/>
        <source>Held beyond, standard error (km²)</source>
        <translation>Контрольовано за лінією, стандартна похибка (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/reach.py"/>
        <source>Reach before, farthest (km)</source>
        <translation>Глибина за лінією до, найбільша (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/reach.py"/>
        <source>Reach before is a lower bound</source>
        <translation>Глибина до — нижня межа</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/reach.py"/>
        <source>Reach, change (km)</source>
        <translation>Глибина за лінією, зміна (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/reach.py"/>
        <source>Reach, change, standard error (km)</source>
        <translation>Глибина за лінією, зміна, стандартна похибка (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/reach.py"/>
        <source>Reach before, mean (km)</source>
        <translation>Глибина за лінією до, середня (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/reach.py"/>
        <source>Line covered before (km)</source>
        <translation>Охоплено лінії до (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/reach.py"/>
        <source>Held beyond before (km²)</source>
        <translation>Контрольовано за лінією до (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/reach.py"/>
        <source>Held beyond, change (km²)</source>
        <translation>Контрольовано за лінією, зміна (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/reach.py"/>
        <source>Held beyond, change, standard error (km²)</source>
        <translation>Контрольовано за лінією, зміна, стандартна похибка (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/reach.py"/>
        <source>Station</source>
        <translation>Станція</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/reach.py"/>
        <source>Along the line (km)</source>
        <translation>Уздовж лінії (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/reach.py"/>
        <location filename="../styles/texts.py"/>
        <location filename="../ui/layer_group.py"/>
        <source>Held</source>
        <translation>Контрольовано</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/reach.py"/>
        <source>Held from (km)</source>
        <translation>Контрольовано від (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/reach.py"/>
        <source>Reach (km)</source>
        <translation>Глибина за лінією (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/reach.py"/>
        <source>Reach before (km)</source>
        <translation>Глибина за лінією до (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/reach.py"/>
        <source>Change (km)</source>
        <translation>Зміна (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/sectors.py"/>
        <source>Code</source>
        <translation>Код</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/sectors.py"/>
        <source>Coarse</source>
        <translation>Грубе</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/series.py"/>
        <source>Gained and lost together (km²)</source>
        <translation>Здобуто і втрачено разом (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/series.py"/>
        <source>Gained, map by map (km²)</source>
        <translation>Здобуто, від карти до карти (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/series.py"/>
        <source>Lost, map by map (km²)</source>
        <translation>Втрачено, від карти до карти (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/series.py"/>
        <source>Share of all ground gained (%)</source>
        <translation>Частка всієї здобутої території (%)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/series.py"/>
        <source>Net since the first period (km²)</source>
        <translation>Чиста зміна від першого періоду (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/series.py"/>
        <source>Rank by net</source>
        <translation>Місце за чистою зміною</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/series.py"/>
        <source>Largest net since</source>
        <translation>Найбільша чиста зміна від</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/series.py"/>
        <source>Faster for so many periods</source>
        <translation>Швидше стільки періодів поспіль</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/series.py"/>
        <source>Maps used</source>
        <translation>Використані карти</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/snapshots.py"/>
        <source>Class</source>
        <translation>Клас</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/snapshots.py"/>
        <source>File or layer</source>
        <translation>Файл або шар</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/snapshots.py"/>
        <source>Files</source>
        <translation>Файли</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/snapshots.py"/>
        <source>Features read</source>
        <translation>Прочитано об’єктів</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/snapshots.py"/>
        <source>Left out</source>
        <translation>Пропущено</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/snapshots.py"/>
        <source>Left out, why</source>
        <translation>Пропущено, чому</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/snapshots.py"/>
        <source>Repaired</source>
        <translation>Виправлено</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/snapshots.py"/>
        <source>Repaired, why</source>
        <translation>Виправлено, чому</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/snapshots.py"/>
        <source>Held, drawn (km²)</source>
        <translation>Контрольоване, накреслене (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/snapshots.py"/>
        <source>Held, clean (km²)</source>
        <translation>Контрольоване, очищене (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/snapshots.py"/>
        <source>Contested, drawn (km²)</source>
        <translation>Спірне, накреслене (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/snapshots.py"/>
        <source>Contested, clean (km²)</source>
        <translation>Спірне, очищене (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/snapshots.py"/>
        <source>Claimed, drawn (km²)</source>
        <translation>Заявлене, накреслене (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/snapshots.py"/>
        <source>Claimed, clean (km²)</source>
        <translation>Заявлене, очищене (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/snapshots.py"/>
        <source>Liberated, drawn (km²)</source>
        <translation>Звільнене, накреслене (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/snapshots.py"/>
        <source>Liberated, clean (km²)</source>
        <translation>Звільнене, очищене (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/snapshots.py"/>
        <source>Other, drawn (km²)</source>
        <translation>Інше, накреслене (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/snapshots.py"/>
        <source>Other, clean (km²)</source>
        <translation>Інше, очищене (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/snapshots.py"/>
        <source>Repairs (km²)</source>
        <translation>Виправлення (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/snapshots.py"/>
        <source>Overlaps (km²)</source>
        <translation>Накладання (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/snapshots.py"/>
        <source>Gaps closed</source>
        <translation>Закриті шви</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/snapshots.py"/>
        <source>Gaps closed (km²)</source>
        <translation>Закриті шви (км²)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/snapshots.py"/>
        <source>Unchanged</source>
        <translation>Без змін</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/snapshots.py"/>
        <source>Days since the one before</source>
        <translation>Днів від попереднього</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/transects.py"/>
        <source>Transect</source>
        <translation>Трансект</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/transects.py"/>
        <source>Readings</source>
        <translation>Відліки</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/transects.py"/>
        <source>NSM beyond its error at LEVEL</source>
        <translation>NSM понад свою похибку на рівні LEVEL</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/transects.py"/>
        <source>Days per unit of the rates</source>
        <translation>Днів на одиницю швидкостей</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/transects.py"/>
        <source>SCE, envelope (m)</source>
        <translation>SCE, розмах (м)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/transects.py"/>
        <source>NSM, net movement (m)</source>
        <translation>NSM, чистий рух (м)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/transects.py"/>
        <source>EPR, end point rate (m per unit)</source>
        <translation>EPR, швидкість за кінцевими точками (м на одиницю)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/transects.py"/>
        <source>EPR, error (m per unit)</source>
        <translation>EPR, похибка (м на одиницю)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/transects.py"/>
        <source>LRR, regression rate (m per unit)</source>
        <translation>LRR, регресійна швидкість (м на одиницю)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/transects.py"/>
        <source>LRR, R²</source>
        <translation>LRR, R²</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/transects.py"/>
        <source>LRR, standard error (m per unit)</source>
        <translation>LRR, стандартна похибка (м на одиницю)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/transects.py"/>
        <source>LRR, confidence interval ± (m per unit)</source>
        <translation>LRR, довірчий інтервал ± (м на одиницю)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/transects.py"/>
        <source>LSE, standard error of the estimate (m)</source>
        <translation>LSE, стандартна похибка оцінки (м)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/transects.py"/>
        <source>WLR, weighted rate (m per unit)</source>
        <translation>WLR, зважена швидкість (м на одиницю)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/transects.py"/>
        <source>WLR, R²</source>
        <translation>WLR, R²</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/transects.py"/>
        <source>WLR, standard error (m per unit)</source>
        <translation>WLR, стандартна похибка (м на одиницю)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/transects.py"/>
        <source>WLR, confidence interval ± (m per unit)</source>
        <translation>WLR, довірчий інтервал ± (м на одиницю)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/transects.py"/>
        <source>WSE, standard error of the estimate</source>
        <translation>WSE, стандартна похибка оцінки</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/transects.py"/>
        <source>LRR differs from zero at LEVEL</source>
        <translation>LRR відмінна від нуля на рівні LEVEL</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/transects.py"/>
        <source>Transects with a reading</source>
        <translation>Трансекти з відліком</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/transects.py"/>
        <source>Front with a reading (%)</source>
        <translation>Фронт із відліком (%)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/transects.py"/>
        <source>Advance, median (km)</source>
        <translation>Просування, медіана (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/transects.py"/>
        <source>Advance, 90th percentile (km)</source>
        <translation>Просування, 90-й процентиль (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/transects.py"/>
        <source>Advance, least (km)</source>
        <translation>Просування, найменше (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/transects.py"/>
        <source>Net area over front (km)</source>
        <translation>Чиста площа на фронт (км)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/transects.py"/>
        <source>Front that advanced beyond its error at LEVEL (%)</source>
        <translation>Фронт, що просунувся понад свою похибку на рівні LEVEL (%)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/transects.py"/>
        <source>Front that retreated beyond its error at LEVEL (%)</source>
        <translation>Фронт, що відійшов понад свою похибку на рівні LEVEL (%)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/transects.py"/>
        <source>Front whose LRR differs from zero at LEVEL (%)</source>
        <translation>Фронт, чия LRR відмінна від нуля на рівні LEVEL (%)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/transects.py"/>
        <source>Independent transects, effective number</source>
        <translation>Незалежні трансекти, ефективна кількість</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/transects.py"/>
        <source>EPR, mean (m per unit)</source>
        <translation>EPR, середня (м на одиницю)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/transects.py"/>
        <source>EPR, error of the mean (m per unit)</source>
        <translation>EPR, похибка середнього (м на одиницю)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/transects.py"/>
        <source>EPR, median (m per unit)</source>
        <translation>EPR, медіана (м на одиницю)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/transects.py"/>
        <source>EPR, 90th percentile (m per unit)</source>
        <translation>EPR, 90-й процентиль (м на одиницю)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/transects.py"/>
        <source>LRR, mean (m per unit)</source>
        <translation>LRR, середня (м на одиницю)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/transects.py"/>
        <source>LRR, error of the mean (m per unit)</source>
        <translation>LRR, похибка середнього (м на одиницю)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/transects.py"/>
        <source>LRR, median (m per unit)</source>
        <translation>LRR, медіана (м на одиницю)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/transects.py"/>
        <source>LRR, 90th percentile (m per unit)</source>
        <translation>LRR, 90-й процентиль (м на одиницю)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/transects.py"/>
        <source>WLR, mean (m per unit)</source>
        <translation>WLR, середня (м на одиницю)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/transects.py"/>
        <source>WLR, error of the mean (m per unit)</source>
        <translation>WLR, похибка середнього (м на одиницю)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/transects.py"/>
        <source>WLR, median (m per unit)</source>
        <translation>WLR, медіана (м на одиницю)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/transects.py"/>
        <source>WLR, 90th percentile (m per unit)</source>
        <translation>WLR, 90-й процентиль (м на одиницю)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/transects.py"/>
        <source>Position (m)</source>
        <translation>Положення (м)</translation>
    </message>
    <message>
        <location filename="../processing/outputs/fields/transects.py"/>
        <source>Position error (m)</source>
        <translation>Похибка положення (м)</translation>
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
        <source>Length of the front {dates}</source>
        <translation>Довжина фронту {dates}</translation>
    </message>
    <message>
        <location filename="../processing/outputs/holder_layers.py"/>
        <source>Sides and their shares</source>
        <translation>Сторони та їхні частки</translation>
    </message>
    <message>
        <location filename="../processing/outputs/holder_layers.py"/>
        <source>Ground exchanged between sides</source>
        <translation>Обмін територією між сторонами</translation>
    </message>
    <message>
        <location filename="../processing/outputs/holder_layers.py"/>
        <source>Sides and their shares {dates}</source>
        <translation>Сторони та їхні частки {dates}</translation>
    </message>
    <message>
        <location filename="../processing/outputs/holder_layers.py"/>
        <source>Ground exchanged between sides {dates}</source>
        <translation>Обмін територією між сторонами {dates}</translation>
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
        <location filename="../processing/outputs/picture_file.py"/>
        <source>{parameter} is saved as {formats}, not as {path}. Give it one of these endings.</source>
        <translation>{parameter} зберігається як {formats}, а не як {path}. Дайте одне з цих закінчень.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/picture_file.py"/>
        <location filename="../processing/outputs/projection_chart.py"/>
        <source>{path} could not be written ({reason}). Choose another file.</source>
        <translation>{path} не вдалося записати ({reason}). Виберіть інший файл.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/place_layers.py"/>
        <source>On {date} the side held {whole} of {count} places as a whole, {most} by at least 95 %, {half} by at least half, and part of {entered}.</source>
        <translation>Станом на {date} сторона контролювала населених пунктів із {count}: повністю — {whole}, щонайменше на 95 % — {most}, щонайменше наполовину — {half}, бодай частину — {entered}.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/place_layers.py"/>
        <source>On {date} {side} held {whole} of {count} places as a whole, {most} by at least 95 %, {half} by at least half, and part of {entered}.</source>
        <translation>Станом на {date} під контролем ({side}) населених пунктів із {count}: повністю — {whole}, щонайменше на 95 % — {most}, щонайменше наполовину — {half}, бодай частину — {entered}.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/place_layers.py"/>
        <source>The latest to be taken as a whole was {place}, between {before} and {after}.</source>
        <translation>Останнім повністю зайнято {place}, між {before} і {after}.</translation>
    </message>
    <message>
        <location filename="../processing/outputs/place_layers.py"/>
        <source>Status of places {dates}</source>
        <translation>Стан населених пунктів {dates}</translation>
    </message>
    <message>
        <location filename="../processing/outputs/place_layers.py"/>
        <source>Log of places {dates}</source>
        <translation>Журнал населених пунктів {dates}</translation>
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
        <location filename="../processing/outputs/quantity_rows.py"/>
        <source>Your amounts beside the change {dates}</source>
        <translation>Ваші кількості поруч зі зміною {dates}</translation>
    </message>
    <message>
        <location filename="../processing/outputs/quantity_rows.py"/>
        <source>the table does not name this sector</source>
        <translation>таблиця не називає цієї ділянки</translation>
    </message>
    <message>
        <location filename="../processing/outputs/quantity_rows.py"/>
        <source>reports of the table cover other time than the period, so their sum is not of it</source>
        <translation>повідомлення таблиці охоплюють інший час, ніж період, тож їхня сума йому не відповідає</translation>
    </message>
    <message>
        <location filename="../processing/outputs/quantity_rows.py"/>
        <source>the table has nothing in this period</source>
        <translation>у таблиці нічого немає за цей період</translation>
    </message>
    <message>
        <location filename="../processing/outputs/quantity_rows.py"/>
        <source>reports for {days} of {all} days</source>
        <translation>повідомлення за {days} із {all} діб</translation>
    </message>
    <message>
        <location filename="../processing/outputs/quantity_rows.py"/>
        <source>the table's dates span {days} of {all} days</source>
        <translation>дати таблиці охоплюють {days} із {all} діб</translation>
    </message>
    <message>
        <location filename="../processing/outputs/quantity_rows.py"/>
        <source>too little was gained to divide by</source>
        <translation>здобуто замало, щоб на це ділити</translation>
    </message>
    <message>
        <location filename="../processing/outputs/quantity_rows.py"/>
        <source>shares are of the {count} sectors with an amount</source>
        <translation>частки — від ділянок, для яких є кількість; їх: {count}</translation>
    </message>
    <message>
        <location filename="../processing/outputs/quantity_rows.py"/>
        <source>{ratio} of {quantity} per km² gained ({amount} for {gained}; {source})</source>
        <translation>{ratio} на здобутий км² ({quantity}: {amount} на {gained}; {source})</translation>
    </message>
    <message>
        <location filename="../processing/outputs/quantity_rows.py"/>
        <source>{gained_share} % of the ground gained ({gained} of {gained_all}), {amount_share} % of {quantity} ({amount} of {amount_all}; {source})</source>
        <translation>{gained_share} % здобутої території ({gained} із {gained_all}), {amount_share} % ({quantity}: {amount} із {amount_all}; {source})</translation>
    </message>
    <message>
        <location filename="../processing/outputs/quantity_rows.py"/>
        <source>source not given</source>
        <translation>джерело не названо</translation>
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
        <source>the largest gain was {gain_periods}: {gain}</source>
        <translation>найбільший приріст був {gain_periods}: {gain}</translation>
    </message>
    <message>
        <location filename="../processing/outputs/series_layers.py"/>
        <source>the largest loss was {loss_periods}: {loss}</source>
        <translation>найбільша втрата була {loss_periods}: {loss}</translation>
    </message>
    <message>
        <location filename="../processing/outputs/series_layers.py"/>
        <source>From {first} to {last}, in {count} periods, the net change for {side} was {net}</source>
        <translation>Від {first} до {last} чиста зміна (періодів: {count}; {side}) становила {net}</translation>
    </message>
    <message>
        <location filename="../processing/outputs/series_layers.py"/>
        <source>From {first} to {last}, in {count} periods, the net change was {net}</source>
        <translation>Від {first} до {last} чиста зміна (періодів: {count}) становила {net}</translation>
    </message>
    <message>
        <location filename="../processing/outputs/series_layers.py"/>
        <source>From {first} to {last} the net change for {side} was {net}</source>
        <translation>Від {first} до {last} чиста зміна ({side}) становила {net}</translation>
    </message>
    <message>
        <location filename="../processing/outputs/series_layers.py"/>
        <source>From {first} to {last} the net change was {net}</source>
        <translation>Від {first} до {last} чиста зміна становила {net}</translation>
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
        <source>no map for {day}, so {used} stands in</source>
        <translation>немає карти на {day}, тож узято {used}</translation>
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
        <location filename="../processing/outputs/span_rows.py"/>
        <source>not as long as the span before: only the paces are compared</source>
        <translation>інша тривалість, ніж у попереднього проміжку: порівнюються лише темпи</translation>
    </message>
    <message>
        <location filename="../processing/outputs/staged_folder.py"/>
        <source>The folder {path} cannot be written ({reason}). Choose another one, or close the program that uses it.</source>
        <translation>Теку {path} не вдалося записати ({reason}). Виберіть іншу або закрийте програму, що її використовує.</translation>
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
        <source>{parameter} could not be written to {destination}. {cause}</source>
        <translation>{parameter} не вдалося записати в {destination}. {cause}</translation>
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
        <source>A Shapefile cuts field names to ten characters and loses times of day; {count} fields of {destination} are affected. A GeoPackage keeps them.</source>
        <translation>Shapefile скорочує назви полів до десяти знаків і втрачає час доби; це стосується полів: {count}, у {destination}. GeoPackage їх зберігає.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/comparisons.py"/>
        <source>Shares are of an area of (km²)</source>
        <translation>Частки від площі (км²)</translation>
    </message>
    <message>
        <location filename="../processing/parameters/comparisons.py"/>
        <source>For “Periods compared”: the area of the country, for instance. Left empty: that of THEATRE, where given.</source>
        <translation>Для «Порівняння періодів»: наприклад, площа країни. Якщо порожньо: площа THEATRE, якщо його задано.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/comparisons.py"/>
        <source>Name of that area</source>
        <translation>Назва цієї площі</translation>
    </message>
    <message>
        <location filename="../processing/parameters/comparisons.py"/>
        <source>What the area is, as it is printed beside every share: “Ukraine, whole”, “land without the sea”. Left empty: the name of the layer THEATRE.</source>
        <translation>Що це за площа; друкується поруч із кожною часткою: «Україна, уся», «суходіл без моря». Якщо порожньо: назва шару THEATRE.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/comparisons.py"/>
        <source>Running total since</source>
        <translation>Загальна зміна від дати</translation>
    </message>
    <message>
        <location filename="../processing/parameters/comparisons.py"/>
        <source>For “Periods compared”: a nominal day, as in STARTS. Left empty: since the first map.</source>
        <translation>Для «Порівняння періодів»: номінальний день, як у STARTS. Якщо порожньо: від першої карти.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/comparisons.py"/>
        <source>Rolling windows (days)</source>
        <translation>Рухомі вікна (дні)</translation>
    </message>
    <message>
        <location filename="../processing/parameters/comparisons.py"/>
        <source>For “Rolling windows”: lengths in days, separated by commas.</source>
        <translation>Для «Рухомих вікон»: тривалості в днях, через кому.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/comparisons.py"/>
        <source>Spans to compare</source>
        <translation>Проміжки для порівняння</translation>
    </message>
    <message>
        <location filename="../processing/parameters/comparisons.py"/>
        <source>For “Spans compared”: the first and the last nominal day of each, both included, and semicolons between them: 2025-08-01/2025-08-19;2025-08-20/2025-08-31. Each is compared with the one before it in the list.</source>
        <translation>Для «Порівняння проміжків»: перший і останній номінальний день кожного, обидва включно, через крапку з комою: 2025-08-01/2025-08-19;2025-08-20/2025-08-31. Кожен порівнюється з попереднім у переліку.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/daily_table.py"/>
        <source>Your own table of amounts by date and sector</source>
        <translation>Ваша таблиця кількостей за датою й ділянкою</translation>
    </message>
    <message>
        <location filename="../processing/parameters/daily_table.py"/>
        <source>Losses, assaults, strikes, population: a row for each date, or each date and sector. QUANTITIES puts them beside the change of ground.</source>
        <translation>Втрати, штурми, удари, населення: рядок на кожну дату або на кожну дату й ділянку. QUANTITIES ставить їх поруч зі зміною території.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/daily_table.py"/>
        <source>What the amounts are</source>
        <translation>Що таке кількості</translation>
    </message>
    <message>
        <location filename="../processing/parameters/daily_table.py"/>
        <source>reports: each amount is of the time until the next date of the table. events: each row is an event, and no row means none; without number fields the rows are counted. levels: each amount holds until the next date, as population does.</source>
        <translation>reports: кожна кількість — за час до наступної дати таблиці. events: кожен рядок — подія, немає рядка — не було; без числових полів рахуються рядки. levels: кожна кількість діє до наступної дати, як населення.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/daily_table.py"/>
        <source>Date field of the table</source>
        <translation>Поле дати таблиці</translation>
    </message>
    <message>
        <location filename="../processing/parameters/daily_table.py"/>
        <location filename="../processing/parameters/series.py"/>
        <source>Left empty: the field called date, datetime or day.</source>
        <translation>Якщо порожньо: поле з назвою date, datetime або day.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/daily_table.py"/>
        <source>Sector field of the table</source>
        <translation>Поле ділянки таблиці</translation>
    </message>
    <message>
        <location filename="../processing/parameters/daily_table.py"/>
        <source>Left empty: the field called sector or region. Without one, a row belongs to the sector in which it lies (points, or columns lon and lat), and a table without places to the whole.</source>
        <translation>Якщо порожньо: поле з назвою sector чи region. Без нього рядок належить ділянці, у якій лежить (точки або стовпці lon і lat), а таблиця без місць — цілому.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/daily_table.py"/>
        <source>Number fields of the table</source>
        <translation>Числові поля таблиці</translation>
    </message>
    <message>
        <location filename="../processing/parameters/daily_table.py"/>
        <source>Left empty: all its number fields.</source>
        <translation>Якщо порожньо: усі її числові поля.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/daily_table.py"/>
        <source>Who reports the amounts</source>
        <translation>Хто повідомляє кількості</translation>
    </message>
    <message>
        <location filename="../processing/parameters/daily_table.py"/>
        <source>Printed with each row: a figure without its source is worth nothing. Left empty: the field called source.</source>
        <translation>Друкується з кожним рядком: число без джерела нічого не варте. Якщо порожньо: поле з назвою source.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/holders.py"/>
        <source>Field with the side that holds the ground</source>
        <translation>Поле зі стороною, що контролює територію</translation>
    </message>
    <message>
        <location filename="../processing/parameters/holders.py"/>
        <source>For HOLDERS and EXCHANGES of maps with several sides: what each gained from and lost to every other. The other results are still about the side of HELD_VALUES. Left empty: held ground is the only side.</source>
        <translation>Для HOLDERS і EXCHANGES карт із кількома сторонами: що кожна здобула від кожної іншої і втратила на її користь. Інші результати й далі про сторону з HELD_VALUES. Порожньо: єдина сторона — контрольована територія.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/lines.py"/>
        <source>Only for maps that are front lines: the country or area that the lines divide.</source>
        <translation>Лише для карт, що є лініями фронту: країна чи територія, яку лінії ділять.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/lines.py"/>
        <source>Held ground lies (front lines)</source>
        <translation>Контрольована територія лежить (лінії фронту)</translation>
    </message>
    <message>
        <location filename="../processing/parameters/lines.py"/>
        <source>marks: where marks lie. left, right: on that side of the lines, in the direction in which they were drawn.</source>
        <translation>marks: де лежать позначки. left, right: з цього боку ліній, у напрямі, в якому їх проведено.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/lines.py"/>
        <source>Marks in held ground (front lines)</source>
        <translation>Позначки на контрольованій території (лінії фронту)</translation>
    </message>
    <message>
        <location filename="../processing/parameters/lines.py"/>
        <source>Points, or polygons such as last month's map. Each pocket, island or bridgehead that is held needs its own. With a date field of the same name a mark counts on its date only.</source>
        <translation>Точки або полігони, наприклад карта за минулий місяць. Кожен контрольований котел, острів чи плацдарм потребує власної позначки. За наявності поля дати з такою самою назвою позначка діє лише на свою дату.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/lines.py"/>
        <source>Gaps bridged up to (metres)</source>
        <translation>З’єднувати розриви до (метри)</translation>
    </message>
    <message>
        <location filename="../processing/parameters/lines.py"/>
        <source>Ends of lines no farther apart, or no farther from another line, are joined.</source>
        <translation>З’єднуються кінці ліній, віддалені один від одного або від іншої лінії не більше.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/lines.py"/>
        <source>Ends extended to the border or coast up to (metres)</source>
        <translation>Кінці продовжуються до кордону чи узбережжя до (метри)</translation>
    </message>
    <message>
        <location filename="../processing/parameters/lines.py"/>
        <source>Ends that are not bridged are joined to the nearest point of the outline of the country or area.</source>
        <translation>Кінці, які не з’єднано, приєднуються до найближчої точки обрису країни чи території.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/maps.py"/>
        <source>Map before</source>
        <translation>Карта «до»</translation>
    </message>
    <message>
        <location filename="../processing/parameters/maps.py"/>
        <source>Polygons of who holds what on the earlier date, or its front lines.</source>
        <translation>Полігони того, хто що контролює на ранішу дату, або її лінії фронту.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/maps.py"/>
        <source>Map after</source>
        <translation>Карта «після»</translation>
    </message>
    <message>
        <location filename="../processing/parameters/maps.py"/>
        <source>Polygons of who holds what on the later date, or its front lines. Results come in its CRS.</source>
        <translation>Полігони того, хто що контролює на пізнішу дату, або її лінії фронту. Результати — у його системі координат.</translation>
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
        <source>Field with the control class (held, contested, claimed, liberated, other), the same in every map layer. Without one every polygon of a generic map is held, unless it shows several sides.</source>
        <translation>Поле з класом контролю (held, contested, claimed, liberated, other), те саме в усіх шарах карт. Без нього кожен полігон звичайної карти контрольований, якщо вона не показує кількох сторін.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/maps.py"/>
        <source>Coordinate system of maps that name none</source>
        <translation>Система координат карт, що її не називають</translation>
    </message>
    <message>
        <location filename="../processing/parameters/maps.py"/>
        <source>For tables of text (CSV) and other maps without one, such as EPSG:32637. Left empty: such a table is in degrees of longitude and latitude.</source>
        <translation>Для текстових таблиць (CSV) та інших карт без неї, наприклад EPSG:32637. Якщо порожньо: така таблиця — у градусах довготи та широти.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/maps.py"/>
        <source>Values of this class, as in HELD_VALUES.</source>
        <translation>Значення цього класу, як у HELD_VALUES.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/maps.py"/>
        <location filename="../models/latestchange.model3"/>
        <location filename="../models/monthlypace.model3"/>
        <location filename="../models/monthlyreport.model3"/>
        <source>Values of held ground</source>
        <translation>Значення контрольованої території</translation>
    </message>
    <message>
        <location filename="../processing/parameters/maps.py"/>
        <location filename="../models/latestchange.model3"/>
        <location filename="../models/monthlypace.model3"/>
        <location filename="../models/monthlyreport.model3"/>
        <source>For maps of several sides: the values of the measured side, separated by commas: words, names, styles or colours, in whichever field they are. The rest counts as other. * means all the rest.</source>
        <translation>Для карт кількох сторін: значення вимірюваної сторони через кому: слова, назви, стилі чи кольори, хоч у якому вони полі. Решта вважається other. * означає все інше.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/maps.py"/>
        <source>Values of contested ground</source>
        <translation>Значення спірної території</translation>
    </message>
    <message>
        <location filename="../processing/parameters/maps.py"/>
        <source>Values of claimed ground</source>
        <translation>Значення заявленої території</translation>
    </message>
    <message>
        <location filename="../processing/parameters/maps.py"/>
        <source>Values of liberated ground</source>
        <translation>Значення звільненої території</translation>
    </message>
    <message>
        <location filename="../processing/parameters/maps.py"/>
        <location filename="../models/latestchange.model3"/>
        <location filename="../models/monthlypace.model3"/>
        <location filename="../models/monthlyreport.model3"/>
        <source>Date pattern</source>
        <translation>Шаблон дати</translation>
    </message>
    <message>
        <location filename="../processing/parameters/maps.py"/>
        <location filename="../models/latestchange.model3"/>
        <location filename="../models/monthlypace.model3"/>
        <location filename="../models/monthlyreport.model3"/>
        <source>For dates that are not understood, in a text field, in the name of a layer or file, or in the folders of its path: %d/%m/%Y, front_%d%m%y, %Y/%m/%d, or a regular expression whose first group is the date. Known are %Y %y %m %b %d %j %H %M %S, %s for Unix seconds. %Y-%m and %Y stand for the first day.</source>
        <translation>Для дат, які не вдається зрозуміти, у текстовому полі, у назві шару чи файлу або в теках його шляху: %d/%m/%Y, front_%d%m%y, %Y/%m/%d або регулярний вираз, перша група якого є датою. Відомі %Y %y %m %b %d %j %H %M %S, %s для секунд Unix. %Y-%m і %Y означають перший день.</translation>
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
        <source>Classes that count as held</source>
        <translation>Класи, що вважаються контрольованими</translation>
    </message>
    <message>
        <location filename="../processing/parameters/measuring.py"/>
        <source>Which classes of the maps count. Only “held” is counted unless you widen it, for instance to held,contested.</source>
        <translation>Які класи карт враховуються. Лише «held», якщо не розширити, наприклад до held,contested.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/measuring.py"/>
        <location filename="../models/latestchange.model3"/>
        <location filename="../models/monthlyreport.model3"/>
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
        <source>Count ground outside for a sector within (metres)</source>
        <translation>Територію поза ділянками віднести до ділянки не далі за (метри)</translation>
    </message>
    <message>
        <location filename="../processing/parameters/measuring.py"/>
        <source>Ground outside all sectors, but within this distance of one, counts for the nearest: for sectors whose border or coast is not that of the maps. 0 turns it off.</source>
        <translation>Територія поза всіма ділянками, але не далі за цю відстань від якоїсь із них, зараховується найближчій: для ділянок, чий кордон чи узбережжя не такі, як на картах. 0 вимикає.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/measuring.py"/>
        <location filename="../models/latestchange.model3"/>
        <location filename="../models/monthlypace.model3"/>
        <location filename="../models/monthlyreport.model3"/>
        <source>Country or area fought over</source>
        <translation>Країна чи територія, за яку точаться бої</translation>
    </message>
    <message>
        <location filename="../processing/parameters/measuring.py"/>
        <location filename="../models/latestchange.model3"/>
        <location filename="../models/monthlypace.model3"/>
        <location filename="../models/monthlyreport.model3"/>
        <source>Front length needs the country's outline: its edge, a coast or state border, is never front. Left empty: no front length.</source>
        <translation>Довжина фронту потребує обрису країни: його край, узбережжя чи державний кордон, ніколи не є фронтом. Якщо порожньо: без довжини фронту.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/measuring.py"/>
        <source>Border and coast are no front within (metres)</source>
        <translation>Кордон і узбережжя не є фронтом у межах (метри)</translation>
    </message>
    <message>
        <location filename="../processing/parameters/measuring.py"/>
        <source>What is nearer than this to the outline of the country or area is not front.</source>
        <translation>Що ближче за це до обрису країни чи території, не є фронтом.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/measuring.py"/>
        <source>Its own territory across the border</source>
        <translation>Власна територія сторони за кордоном</translation>
    </message>
    <message>
        <location filename="../processing/parameters/measuring.py"/>
        <source>The side's own ground beyond the country or area fought over. It counts as held for depth, lodgements and front, never for area: ground taken across the border then has a depth from there.</source>
        <translation>Власна територія сторони поза країною чи територією, за яку точаться бої. Вона вважається контрольованою для глибини, плацдармів і фронту, але ніколи для площі: зайняте через кордон тоді має глибину звідти.</translation>
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
        <source>Change is noise if narrower than (metres)</source>
        <translation>Зміна — шум, якщо вужча за (метри)</translation>
    </message>
    <message>
        <location filename="../processing/parameters/measuring.py"/>
        <source>Parts narrower than this (mean width, twice the area over the perimeter) are of kind noise: reported apart, still in the totals. 0 turns it off.</source>
        <translation>Частини, вужчі за це (середня ширина, подвоєна площа на периметр), мають тип noise: подаються окремо, але входять до підсумків. 0 вимикає це.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/measuring.py"/>
        <source>Accuracy of the maps</source>
        <translation>Точність карт</translation>
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
        <location filename="../processing/parameters/page.py"/>
        <source>Format of the page</source>
        <translation>Формат сторінки</translation>
    </message>
    <message>
        <location filename="../processing/parameters/page.py"/>
        <source>a4 and a3 are for print, wide (16:9), square (1:1) and tall (9:16) for screens, 1,080 pixels high or wide.</source>
        <translation>a4 і a3 — для друку; wide (16:9), square (1:1) і tall (9:16) — для екранів, 1080 пікселів заввишки чи завширшки.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/page.py"/>
        <source>Own template</source>
        <translation>Власний шаблон</translation>
    </message>
    <message>
        <location filename="../processing/parameters/page.py"/>
        <source>A layout template of QGIS in the style of your house, used instead of TEMPLATE. Its items are filled by their ids: title, period, map, detail, locator, legend, figure_1_value, credit and others, as in the templates of the plugin. Items of other ids stay as they are.</source>
        <translation>Шаблон макета QGIS у стилі вашої редакції, замість TEMPLATE. Його елементи заповнюються за ідентифікаторами: title, period, map, detail, locator, legend, figure_1_value, credit та інші, як у шаблонах модуля. Елементи з іншими ідентифікаторами не змінюються.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/page.py"/>
        <location filename="../processing/parameters/pictures.py"/>
        <location filename="../ui/style_choice.py"/>
        <source>Colours</source>
        <translation>Кольори</translation>
    </message>
    <message>
        <location filename="../processing/parameters/page.py"/>
        <source>Light or dark paper.</source>
        <translation>Світлий або темний папір.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/page.py"/>
        <source>Dots per inch</source>
        <translation>Точок на дюйм</translation>
    </message>
    <message>
        <location filename="../processing/parameters/page.py"/>
        <source>Empty: as the template says. Twice as many dots give a picture twice as wide.</source>
        <translation>Порожньо: як у шаблоні. Удвічі більше точок дають удвічі ширшу картинку.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/page.py"/>
        <location filename="../models/monthlyreport.model3"/>
        <source>Language of the page</source>
        <translation>Мова сторінки</translation>
    </message>
    <message>
        <location filename="../processing/parameters/page.py"/>
        <location filename="../models/monthlyreport.model3"/>
        <source>Words, numbers and dates of the page, whatever QGIS speaks.</source>
        <translation>Слова, числа й дати сторінки, хоч якою мовою працює QGIS.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/page.py"/>
        <location filename="../models/monthlyreport.model3"/>
        <source>Credit for the maps</source>
        <translation>Чиї це карти</translation>
    </message>
    <message>
        <location filename="../processing/parameters/page.py"/>
        <location filename="../models/monthlyreport.model3"/>
        <source>Whose maps they are and under which licence, as the page prints it. Empty: the credit of the publishers that the plugin knows, or else the names of the maps.</source>
        <translation>Чиї це карти й за якою ліцензією, як це надрукує сторінка. Порожньо: посилання на видавців, яких модуль знає, інакше назви карт.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/pictures.py"/>
        <source>light or dark.</source>
        <translation>light — світлі, dark — темні.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/pictures.py"/>
        <source>Language of the texts</source>
        <translation>Мова текстів</translation>
    </message>
    <message>
        <location filename="../processing/parameters/pictures.py"/>
        <source>en, uk, de or fr: the language in the pictures, whatever that of QGIS.</source>
        <translation>en, uk, de або fr: мова на картинках, незалежно від мови QGIS.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/pictures.py"/>
        <source>Credit line</source>
        <translation>Рядок джерела</translation>
    </message>
    <message>
        <location filename="../processing/parameters/pictures.py"/>
        <source>Whose maps these are, for instance. It stands at the bottom of every picture.</source>
        <translation>Наприклад, чиї це карти. Стоїть унизу кожної картинки.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/pictures.py"/>
        <source>Width (pixels)</source>
        <translation>Ширина (пікселі)</translation>
    </message>
    <message>
        <location filename="../processing/parameters/pictures.py"/>
        <source>The figures stand beside the map, in square and upright pictures above it.</source>
        <translation>Числа стоять поряд із картою, на квадратних і вертикальних картинках — над нею.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/pictures.py"/>
        <source>Height (pixels)</source>
        <translation>Висота (пікселі)</translation>
    </message>
    <message>
        <location filename="../processing/parameters/pictures.py"/>
        <source>1080 with a width of 1920; for an upright video 1920 with a width of 1080.</source>
        <translation>1080 за ширини 1920; для вертикального відео 1920 за ширини 1080.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/pictures.py"/>
        <source>Format</source>
        <translation>Формат</translation>
    </message>
    <message>
        <location filename="../processing/parameters/pictures.py"/>
        <source>frames: pictures alone. gif, mp4: a video of them too, made by the program ffmpeg.</source>
        <translation>frames: лише картинки. gif, mp4: ще й відео з них, яке робить програма ffmpeg.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/pictures.py"/>
        <source>Pictures a second</source>
        <translation>Картинок за секунду</translation>
    </message>
    <message>
        <location filename="../processing/parameters/pictures.py"/>
        <source>In the video. The first and the last picture stay for longer.</source>
        <translation>У відео. Перша й остання картинки стоять довше.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/pictures.py"/>
        <location filename="../ui/map_import.py"/>
        <source>All files (*)</source>
        <translation>Усі файли (*)</translation>
    </message>
    <message>
        <location filename="../processing/parameters/pictures.py"/>
        <source>The program ffmpeg</source>
        <translation>Програма ffmpeg</translation>
    </message>
    <message>
        <location filename="../processing/parameters/pictures.py"/>
        <source>Left empty: the one given last, or the one that the system finds.</source>
        <translation>Якщо порожньо: вказана востаннє або та, яку знаходить система.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/reference_areas.py"/>
        <source>Your own areas that readers know</source>
        <translation>Ваші площі, відомі читачам</translation>
    </message>
    <message>
        <location filename="../processing/parameters/reference_areas.py"/>
        <source>A table with the fields name and area_km2 (or area_sqmi, area_ha, area_acres), and if you like language and source: the field about_as_large_as then compares with these alone.</source>
        <translation>Таблиця з полями name і area_km2 (або area_sqmi, area_ha, area_acres), а за бажання language і source: поле about_as_large_as тоді порівнює лише з ними.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/reference_areas.py"/>
        <source>Language of the readers</source>
        <translation>Мова читачів</translation>
    </message>
    <message>
        <location filename="../processing/parameters/reference_areas.py"/>
        <source>Only areas of this language count, as its field language says (uk, de, pl), and those without one. Left empty: all of them.</source>
        <translation>Враховуються лише площі цієї мови за полем language (uk, de, pl) і ті, що її не мають. Якщо порожньо: усі.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/series.py"/>
        <source>A layer with the maps of many dates, a date on each feature, in any order: for instance the result of “Prepare snapshots”. Or the front lines of many dates.</source>
        <translation>Шар із картами багатьох дат, з датою в кожного об’єкта, у будь-якому порядку: наприклад, результат «Підготувати знімки». Або лінії фронту багатьох дат.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/series.py"/>
        <source>Left empty: a field called class with control classes; else every polygon is held, unless the maps show several sides.</source>
        <translation>Якщо порожньо: поле з назвою class і класами контролю; інакше кожен полігон контрольований, якщо карти не показують кількох сторін.</translation>
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
        <location filename="../models/monthlypace.model3"/>
        <location filename="../models/monthlyreport.model3"/>
        <source>Shift period ends by (days)</source>
        <translation>Зсунути кінці періодів на (дні)</translation>
    </message>
    <message>
        <location filename="../processing/parameters/series.py"/>
        <location filename="../models/monthlypace.model3"/>
        <location filename="../models/monthlyreport.model3"/>
        <source>Added to 00:00 UTC of each nominal day. 0 for maps stamped to the second; 1 for daily files that are dated a day late. Commands, scripts and models may give auto: the offset of the maps' publisher. Printed with the result.</source>
        <translation>Додається до 00:00 UTC кожного номінального дня. 0 для карт із точним часом; 1 для щоденних файлів, датованих на день пізніше. Команди, скрипти й моделі можуть дати auto: зсув видавця карт. Друкується разом із результатом.</translation>
    </message>
    <message>
        <location filename="../processing/parameters/series.py"/>
        <source>Weeks begin on</source>
        <translation>Тижні починаються в</translation>
    </message>
    <message>
        <location filename="../processing/parameters/series.py"/>
        <source>For PERIOD week. Weeks from Monday have their ISO number, others their first day.</source>
        <translation>Для PERIOD week. Тижні від понеділка мають номер за ISO, інші — свій перший день.</translation>
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
        <location filename="../processing/parameters/side.py"/>
        <location filename="../ui/setup/side_row.py"/>
        <location filename="../models/monthlyreport.model3"/>
        <source>Name of the side</source>
        <translation>Назва сторони</translation>
    </message>
    <message>
        <location filename="../processing/parameters/side.py"/>
        <location filename="../models/monthlyreport.model3"/>
        <source>As in a sentence: “Russian forces”. For headline and legends; left empty: “the side”.</source>
        <translation>Як у реченні: «Війська РФ». Для підсумку й легенд; якщо порожньо: «сторона».</translation>
    </message>
    <message>
        <location filename="../processing/parameters/side.py"/>
        <location filename="../ui/setup/side_row.py"/>
        <source>Colour of the side</source>
        <translation>Колір сторони</translation>
    </message>
    <message>
        <location filename="../processing/parameters/side.py"/>
        <source>For the ground that it gained, as light or dark as the map needs; ground that it lost gets a colour that differs. Left empty: red for gained, blue for lost.</source>
        <translation>Для здобутої території, настільки світлий чи темний, як треба на карті; втрачена отримує інший колір. Якщо порожньо: здобуте червоне, втрачене синє.</translation>
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
        <source>net of held ground alone is {low}, with contested and claimed ground {high}: state which one is meant</source>
        <translation>чиста зміна самої контрольованої території — {low}, разом зі спірною та заявленою — {high}: зазначте, яку мають на увазі</translation>
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
        <location filename="../processing/report/measured.py"/>
        <source>The maps have no period with data, so there is nothing to report.</source>
        <translation>У карт немає жодного періоду з даними, тож звітувати немає про що.</translation>
    </message>
    <message>
        <location filename="../processing/report/measured.py"/>
        <source>No period begins from {first} to {last}. The periods of the maps go from {earliest} to {latest}.</source>
        <translation>Від {first} до {last} не починається жоден період. Періоди карт — від {earliest} до {latest}.</translation>
    </message>
    <message>
        <location filename="../processing/report/project.py"/>
        <source>The style of {layer} could not be saved: {reason}</source>
        <translation>Стиль {layer} не вдалося зберегти: {reason}</translation>
    </message>
    <message>
        <location filename="../processing/report/project.py"/>
        <source>The project {path} could not be written: {reason}</source>
        <translation>Проєкт {path} не вдалося записати: {reason}</translation>
    </message>
    <message>
        <location filename="../processing/shipped_model.py"/>
        <source>Models</source>
        <translation>Моделі</translation>
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
        <location filename="../styles/base_map.py"/>
        <source>Countries</source>
        <translation>Країни</translation>
    </message>
    <message>
        <location filename="../styles/base_map.py"/>
        <source>Sea</source>
        <translation>Море</translation>
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
        <location filename="../styles/map_tips.py"/>
        <source>{number} m a day</source>
        <translation>{number} м на добу</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Held by {side}, after</source>
        <translation>Контрольовано після: {side}</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Held by {side}, before</source>
        <translation>Контрольовано до: {side}</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Gained by {side}</source>
        <translation>Здобуто: {side}</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Lost by {side}</source>
        <translation>Втрачено: {side}</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Held throughout by {side}</source>
        <translation>Контрольовано весь час: {side}</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Separate pocket</source>
        <translation>Окремий плацдарм</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Too narrow to trust</source>
        <translation>Завузьке, щоб довіряти</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Held after</source>
        <translation>Контрольовано після</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Held before</source>
        <translation>Контрольовано до</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <location filename="../ui/layer_group.py"/>
        <location filename="../ui/results/result.py"/>
        <source>Gained</source>
        <translation>Здобуто</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <location filename="../ui/layer_group.py"/>
        <location filename="../ui/results/result.py"/>
        <source>Lost</source>
        <translation>Втрачено</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Deepest advance in each sector</source>
        <translation>Найглибше просування на кожній ділянці</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Deepest retreat in each sector</source>
        <translation>Найглибший відступ на кожній ділянці</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Deepest point of each advance</source>
        <translation>Найглибша точка кожного просування</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Deepest point of each retreat</source>
        <translation>Найглибша точка кожного відступу</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>How far away a separate pocket lies</source>
        <translation>Відстань до окремого плацдарму</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Advance along the axis</source>
        <translation>Просування вздовж осі</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Retreat along the axis</source>
        <translation>Відступ уздовж осі</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Farthest held ground beyond the line</source>
        <translation>Найдальша контрольована територія за лінією</translation>
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
        <source>Held as a whole</source>
        <translation>Контрольовано повністю</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Held by 95 % or more</source>
        <translation>Контрольовано на 95 % або більше</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Held by half or more</source>
        <translation>Контрольовано наполовину або більше</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Entered</source>
        <translation>Ввійшли</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <location filename="../ui/setup/values_box.py"/>
        <source>Not held</source>
        <translation>Не контрольовано</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Sector, with its net change</source>
        <translation>Ділянка з чистою зміною</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Front after</source>
        <translation>Фронт після</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Front before</source>
        <translation>Фронт до</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Edge of the ground held after</source>
        <translation>Межа контрольованої території після</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Edge of the ground held before</source>
        <translation>Межа контрольованої території до</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Contested or unknown</source>
        <translation>Спірне або невідоме</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <location filename="../ui/setup/values_box.py"/>
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
        <source>Became held</source>
        <translation>Стало контрольованим</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>No longer held</source>
        <translation>Більше не контрольоване</translation>
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
        <source>Gap bridged</source>
        <translation>Перекритий розрив</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>End extended to the theatre's edge</source>
        <translation>Кінець продовжено до межі театру</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Line that separates nothing</source>
        <translation>Лінія, що нічого не розділяє</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>+{low} km² or more</source>
        <translation>+{low} км² або більше</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>+{low} to +{high} km²</source>
        <translation>від +{low} до +{high} км²</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Within ±{high} km²</source>
        <translation>У межах ±{high} км²</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>−{low} to −{high} km²</source>
        <translation>від −{low} до −{high} км²</translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>−{low} km² or more</source>
        <translation>−{low} км² або більше</translation>
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
        <location filename="../ui/base_map.py"/>
        <source>Base map</source>
        <translation>Базова карта</translation>
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
        <location filename="../ui/local_crs.py"/>
        <source>The map is stretched: it is drawn in degrees.</source>
        <translation>Карта розтягнута: її накреслено в градусах.</translation>
    </message>
    <message>
        <location filename="../ui/local_crs.py"/>
        <source>Use equal-area projection</source>
        <translation>Рівновелика проєкція</translation>
    </message>
    <message>
        <location filename="../ui/local_crs.py"/>
        <source>Figures do not depend on the projection of the map.</source>
        <translation>Цифри не залежать від проєкції карти.</translation>
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
        <source>Country of the sample</source>
        <translation>Країна прикладу</translation>
    </message>
    <message>
        <location filename="../ui/map_import.py"/>
        <source>Places of the sample</source>
        <translation>Населені пункти прикладу</translation>
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
        <source>incomplete: fewer days</source>
        <translation>неповний: менше днів</translation>
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
        <source>period not complete: drawn as wide as its days</source>
        <translation>період неповний: ширина за кількістю днів</translation>
    </message>
    <message>
        <location filename="../ui/results/chart_labels.py"/>
        <source>net a day {number}, over {days}</source>
        <translation>чиста зміна за день {number}, {days}</translation>
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
        <source>List, or periods against sectors</source>
        <translation>Список або періоди за ділянками</translation>
    </message>
    <message>
        <location filename="../ui/results/filter_bar.py"/>
        <source>All rows below each other, or a row per period with a column per sector</source>
        <translation>Усі рядки один під одним або рядок на період і стовпець на ділянку</translation>
    </message>
    <message>
        <location filename="../ui/results/filter_bar.py"/>
        <source>Hide unchanged</source>
        <translation>Сховати без змін</translation>
    </message>
    <message>
        <location filename="../ui/results/filter_bar.py"/>
        <source>Hide sectors in which nothing was gained or lost</source>
        <translation>Сховати ділянки, де нічого не здобуто й не втрачено</translation>
    </message>
    <message>
        <location filename="../ui/results/filter_bar.py"/>
        <source>List</source>
        <translation>Список</translation>
    </message>
    <message>
        <location filename="../ui/results/filter_bar.py"/>
        <source>Periods × sectors: {measure}</source>
        <translation>Періоди × ділянки: {measure}</translation>
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
        <source>Areas in &amp;hectares</source>
        <translation>Площі в &amp;гектарах</translation>
    </message>
    <message>
        <location filename="../ui/results/filter_bar.py"/>
        <source>Areas in &amp;acres</source>
        <translation>Площі в &amp;акрах</translation>
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
        <location filename="../ui/results/keeping.py"/>
        <source>Keeping the result</source>
        <translation>Збереження результату</translation>
    </message>
    <message>
        <location filename="../ui/results/keeping.py"/>
        <source>“{layer}” is being edited. Save or discard its edits, then keep the result.</source>
        <translation>Шар «{layer}» редагується. Збережіть або відкиньте зміни, а тоді збережіть результат.</translation>
    </message>
    <message>
        <location filename="../ui/results/keeping.py"/>
        <source>“{layer}” has a filter. Remove it, then keep the result.</source>
        <translation>Шар «{layer}» має фільтр. Приберіть його, а тоді збережіть результат.</translation>
    </message>
    <message>
        <location filename="../ui/results/keeping.py"/>
        <source>The result was not kept: {file} is open as the layer “{layer}” of this project. Choose another file.</source>
        <translation>Результат не збережено: {file} відкрито як шар «{layer}» цього проєкту. Виберіть інший файл.</translation>
    </message>
    <message>
        <location filename="../ui/results/keeping.py"/>
        <source>Stopped; the result was not kept.</source>
        <translation>Зупинено; результат не збережено.</translation>
    </message>
    <message>
        <location filename="../ui/results/keeping.py"/>
        <source>The result was not kept. {cause}</source>
        <translation>Результат не збережено. {cause}</translation>
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
        <source>The file with this result cannot be read. Put it back, or measure again.</source>
        <translation>Файл із цим результатом не читається. Поверніть його на місце або виміряйте знову.</translation>
    </message>
    <message>
        <location filename="../ui/results/messages.py"/>
        <source>This result was not kept: its layers were temporary and are empty now. Measure again, and then choose “Keep this result”.</source>
        <translation>Цей результат не було збережено: його шари були тимчасовими й тепер порожні. Виміряйте знову, а тоді виберіть «Зберегти цей результат».</translation>
    </message>
    <message>
        <location filename="../ui/results/messages.py"/>
        <source>Kept in {file}. Save the project to see it here again.</source>
        <translation>Збережено у {file}. Збережіть проєкт, щоб знову бачити результат тут.</translation>
    </message>
    <message>
        <location filename="../ui/results/messages.py"/>
        <source>± assumes the line may be off by {distance}</source>
        <translation>± виходить із того, що лінія може бути зсунута на {distance}</translation>
    </message>
    <message>
        <location filename="../ui/results/messages.py"/>
        <source>This is a fault of the plugin, not of your data: {fault}. Please report it with the text in the log.</source>
        <translation>Це помилка модуля, а не ваших даних: {fault}. Повідомте про неї, додавши текст із журналу.</translation>
    </message>
    <message>
        <location filename="../ui/results/messages.py"/>
        <source>{count} more in the log and in the column Warning of the table.</source>
        <translation>Ще {count} у журналі та в стовпці «Попередження» таблиці.</translation>
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
        <source>Measure again</source>
        <translation>Виміряти знову</translation>
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
        <source>Keep this result …</source>
        <translation>Зберегти цей результат …</translation>
    </message>
    <message>
        <location filename="../ui/results/pane.py"/>
        <source>Save all its layers in one GeoPackage, so that the project shows them again</source>
        <translation>Зберегти всі його шари в одному GeoPackage, щоб проєкт знову їх показував</translation>
    </message>
    <message>
        <location filename="../ui/results/pane.py"/>
        <source>Animate</source>
        <translation>Анімувати</translation>
    </message>
    <message>
        <location filename="../ui/results/pane.py"/>
        <source>Show one period after the other on the map, with QGIS's temporal controller</source>
        <translation>Показати на карті період за періодом часовим контролером QGIS</translation>
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
        <source>Map page …</source>
        <translation>Сторінка з картою …</translation>
    </message>
    <message>
        <location filename="../ui/results/pane.py"/>
        <source>Make a page with map, figures, legend and credit, as a layout to edit and to export</source>
        <translation>Зробити сторінку з картою, числами, легендою і джерелом — як макет, який можна змінити й експортувати</translation>
    </message>
    <message>
        <location filename="../ui/results/pane.py"/>
        <source>A4, for print</source>
        <translation>A4, для друку</translation>
    </message>
    <message>
        <location filename="../ui/results/pane.py"/>
        <source>A3, for print</source>
        <translation>A3, для друку</translation>
    </message>
    <message>
        <location filename="../ui/results/pane.py"/>
        <source>Wide, 16:9</source>
        <translation>Широка, 16:9</translation>
    </message>
    <message>
        <location filename="../ui/results/pane.py"/>
        <source>Square, 1:1</source>
        <translation>Квадратна, 1:1</translation>
    </message>
    <message>
        <location filename="../ui/results/pane.py"/>
        <source>Tall, 9:16</source>
        <translation>Висока, 9:16</translation>
    </message>
    <message>
        <location filename="../ui/results/pane.py"/>
        <source>Choose colours, language and credit …</source>
        <translation>Вибрати кольори, мову та джерело …</translation>
    </message>
    <message>
        <location filename="../ui/results/pane.py"/>
        <source>Report …</source>
        <translation>Звіт …</translation>
    </message>
    <message>
        <location filename="../ui/results/pane.py"/>
        <source>Keep this result</source>
        <translation>Зберегти цей результат</translation>
    </message>
    <message>
        <location filename="../ui/results/pane.py"/>
        <location filename="../ui/setup/options.py"/>
        <source>GeoPackage (*.gpkg)</source>
        <translation>GeoPackage (*.gpkg)</translation>
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
        <source>Keeping the result …</source>
        <translation>Результат зберігається …</translation>
    </message>
    <message>
        <location filename="../ui/results/presenter.py"/>
        <source>This result has no periods that QGIS could show.</source>
        <translation>Цей результат не має періодів, які QGIS міг би показати.</translation>
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
        <source>places</source>
        <translation>населені пункти</translation>
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
        <location filename="../ui/setup/calendar_box.py"/>
        <source>These maps ({publisher}) are dated {days} late.</source>
        <translation>Ці карти ({publisher}) датовано із запізненням: {days}.</translation>
    </message>
    <message>
        <location filename="../ui/setup/calendar_box.py"/>
        <source>These maps ({publisher}) are dated {days} early.</source>
        <translation>Ці карти ({publisher}) датовано з випередженням: {days}.</translation>
    </message>
    <message>
        <location filename="../ui/setup/calendar_box.py"/>
        <source>Publisher's calendar: shift period ends by {days}</source>
        <translation>Календар видавця: зсунути кінці періодів на {days}</translation>
    </message>
    <message>
        <location filename="../ui/setup/calendar_box.py"/>
        <source>Publisher's calendar: shift period ends back by {days}</source>
        <translation>Календар видавця: зсунути кінці періодів назад на {days}</translation>
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
        <source>Already in the project.</source>
        <translation>Уже в проєкті.</translation>
    </message>
    <message>
        <location filename="../ui/setup/drop.py"/>
        <source>QGIS cannot read it.</source>
        <translation>QGIS не може його прочитати.</translation>
    </message>
    <message>
        <location filename="../ui/setup/drop.py"/>
        <source>QGIS cannot read its columns lat and lon as numbers.</source>
        <translation>QGIS не може прочитати її стовпці lat і lon як числа.</translation>
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
        <source>Custom</source>
        <translation>Власний вибір</translation>
    </message>
    <message>
        <location filename="../ui/setup/maps_box.py"/>
        <source>Span of time</source>
        <translation>Проміжок часу</translation>
    </message>
    <message>
        <location filename="../ui/setup/maps_box.py"/>
        <source>A usual span of time; or move the two handles above.</source>
        <translation>Звичайний проміжок часу; або пересуньте два повзунки вгорі.</translation>
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
        <source>Add two dated maps of the same front, for example by dropping their files here, and choose them as Before and After.</source>
        <translation>Додайте дві датовані карти того самого фронту, наприклад перетягніть їхні файли сюди, і виберіть їх як карту до й карту після.</translation>
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
        <source>“{layer}” holds front lines. Choose under More options the country or area that they divide, and which ground is held: where marks lie, or left or right of the lines.</source>
        <translation>«{layer}» містить лінії фронту. Виберіть у «Більше параметрів» країну чи територію, яку вони ділять, і яку її частину контролюють: де лежать позначки, ліворуч чи праворуч від ліній.</translation>
    </message>
    <message>
        <location filename="../ui/setup/messages.py"/>
        <source>Choose a class for each value, so that it is clear which ground is held.</source>
        <translation>Виберіть клас для кожного значення, щоб було ясно, яка територія контрольована.</translation>
    </message>
    <message>
        <location filename="../ui/setup/messages.py"/>
        <source>Choose the places under More options: towns and villages as points or polygons. You may drop a table with their longitudes and latitudes here.</source>
        <translation>Виберіть населені пункти у «Більше параметрів»: міста й села як точки або полігони. Сюди можна перетягнути таблицю з їхніми довготами й широтами.</translation>
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
        <source>Will find out when each place was taken, from {before} to {after}.</source>
        <translation>Буде визначено, коли зайнято кожен населений пункт, від {before} до {after}.</translation>
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
        <source>Period ends are shifted by {days}, as the publisher counts.</source>
        <translation>Кінці періодів зсунуто на {days}, як рахує видавець.</translation>
    </message>
    <message>
        <location filename="../ui/setup/messages.py"/>
        <source>Held ground is {values}.</source>
        <translation>Контрольована територія: {values}.</translation>
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
        <source>The {maps} maps in {layers} layers are put into one layer first.</source>
        <translation>Карти ({maps}) із шарів ({layers}) спершу складаються в один шар.</translation>
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
        <location filename="../ui/setup/option_words.py"/>
        <source>From map to map</source>
        <translation>Від карти до карти</translation>
    </message>
    <message>
        <location filename="../ui/setup/modes.py"/>
        <source>By day</source>
        <translation>За днями</translation>
    </message>
    <message>
        <location filename="../ui/setup/modes.py"/>
        <source>By week</source>
        <translation>За тижнями</translation>
    </message>
    <message>
        <location filename="../ui/setup/modes.py"/>
        <source>By month</source>
        <translation>За місяцями</translation>
    </message>
    <message>
        <location filename="../ui/setup/modes.py"/>
        <source>By quarter</source>
        <translation>За кварталами</translation>
    </message>
    <message>
        <location filename="../ui/setup/modes.py"/>
        <source>By year</source>
        <translation>За роками</translation>
    </message>
    <message>
        <location filename="../ui/setup/modes.py"/>
        <source>By periods of your own</source>
        <translation>За власними періодами</translation>
    </message>
    <message>
        <location filename="../ui/setup/modes.py"/>
        <source>When ground was taken</source>
        <translation>Коли зайнято територію</translation>
    </message>
    <message>
        <location filename="../ui/setup/modes.py"/>
        <source>When places were taken</source>
        <translation>Коли зайнято населені пункти</translation>
    </message>
    <message>
        <location filename="../ui/setup/option_words.py"/>
        <location filename="../ui/setup/parameter_form.py"/>
        <location filename="../ui/setup/sectors_row.py"/>
        <source>Automatic</source>
        <translation>Автоматично</translation>
    </message>
    <message>
        <location filename="../ui/setup/option_words.py"/>
        <source>held</source>
        <translation>контрольовано</translation>
    </message>
    <message>
        <location filename="../ui/setup/option_words.py"/>
        <source>contested</source>
        <translation>спірне</translation>
    </message>
    <message>
        <location filename="../ui/setup/option_words.py"/>
        <source>claimed</source>
        <translation>заявлене</translation>
    </message>
    <message>
        <location filename="../ui/setup/option_words.py"/>
        <source>liberated</source>
        <translation>звільнене</translation>
    </message>
    <message>
        <location filename="../ui/setup/option_words.py"/>
        <source>other</source>
        <translation>інше</translation>
    </message>
    <message>
        <location filename="../ui/setup/option_words.py"/>
        <source>Maps of one publisher</source>
        <translation>Карти одного видавця</translation>
    </message>
    <message>
        <location filename="../ui/setup/option_words.py"/>
        <source>Maps of different publishers</source>
        <translation>Карти різних видавців</translation>
    </message>
    <message>
        <location filename="../ui/setup/option_words.py"/>
        <source>As given below</source>
        <translation>Як задано нижче</translation>
    </message>
    <message>
        <location filename="../ui/setup/option_words.py"/>
        <source>Where marks lie</source>
        <translation>Де лежать позначки</translation>
    </message>
    <message>
        <location filename="../ui/setup/option_words.py"/>
        <source>Left of the lines</source>
        <translation>Ліворуч від ліній</translation>
    </message>
    <message>
        <location filename="../ui/setup/option_words.py"/>
        <source>Right of the lines</source>
        <translation>Праворуч від ліній</translation>
    </message>
    <message>
        <location filename="../ui/setup/option_words.py"/>
        <source>area</source>
        <translation>площа</translation>
    </message>
    <message>
        <location filename="../ui/setup/option_words.py"/>
        <source>depth</source>
        <translation>глибина</translation>
    </message>
    <message>
        <location filename="../ui/setup/option_words.py"/>
        <source>front</source>
        <translation>фронт</translation>
    </message>
    <message>
        <location filename="../ui/setup/option_words.py"/>
        <source>Day</source>
        <translation>День</translation>
    </message>
    <message>
        <location filename="../ui/setup/option_words.py"/>
        <source>Week</source>
        <translation>Тиждень</translation>
    </message>
    <message>
        <location filename="../ui/setup/option_words.py"/>
        <source>Month</source>
        <translation>Місяць</translation>
    </message>
    <message>
        <location filename="../ui/setup/option_words.py"/>
        <source>Quarter</source>
        <translation>Квартал</translation>
    </message>
    <message>
        <location filename="../ui/setup/option_words.py"/>
        <source>Year</source>
        <translation>Рік</translation>
    </message>
    <message>
        <location filename="../ui/setup/option_words.py"/>
        <source>First and last map</source>
        <translation>Перша й остання карта</translation>
    </message>
    <message>
        <location filename="../ui/setup/option_words.py"/>
        <source>Periods of your own</source>
        <translation>Власні періоди</translation>
    </message>
    <message>
        <location filename="../ui/setup/options.py"/>
        <source>More optio&amp;ns</source>
        <translation>Більше п&amp;араметрів</translation>
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
        <source>Latest two maps</source>
        <translation>Дві останні карти</translation>
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
        <source>All dates</source>
        <translation>Усі дати</translation>
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
        <location filename="../ui/setup/side_row.py"/>
        <source>S&amp;ide</source>
        <translation>&amp;Чия сторона</translation>
    </message>
    <message>
        <location filename="../ui/setup/side_row.py"/>
        <source>the side</source>
        <translation>сторона</translation>
    </message>
    <message>
        <location filename="../ui/setup/side_row.py"/>
        <source>Whose ground is measured, as in a sentence: “Russian forces”. It is written into results and legends, and kept with the project.</source>
        <translation>Чию територію вимірюють, як у реченні: «Війська РФ». Назва стоїть у результатах і легендах та зберігається з проєктом.</translation>
    </message>
    <message>
        <location filename="../ui/setup/side_row.py"/>
        <source>Usual colours</source>
        <translation>Звичайні кольори</translation>
    </message>
    <message>
        <location filename="../ui/setup/side_row.py"/>
        <source>Colour of the ground that the side gained. Usual colours: red, and blue for losses.</source>
        <translation>Колір території, яку сторона здобула. Звичайні кольори: червоний, а для втрат синій.</translation>
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
        <location filename="../ui/setup/values_box.py"/>
        <source>{count} more values count as not held.</source>
        <translation>Ще {count} значень вважаються не контрольованими.</translation>
    </message>
    <message>
        <location filename="../ui/setup/values_box.py"/>
        <source>{area} km²</source>
        <translation>{area} км²</translation>
    </message>
    <message>
        <location filename="../ui/setup/values_box.py"/>
        <source>Class of “{value}”, {area}</source>
        <translation>Клас значення «{value}», {area}</translation>
    </message>
    <message>
        <location filename="../ui/setup/values_box.py"/>
        <source>Choose …</source>
        <translation>Виберіть…</translation>
    </message>
    <message>
        <location filename="../ui/setup/values_box.py"/>
        <source>Held by the side</source>
        <translation>Під контролем сторони</translation>
    </message>
    <message>
        <location filename="../ui/setup/values_box.py"/>
        <source>Contested</source>
        <translation>Спірне</translation>
    </message>
    <message>
        <location filename="../ui/setup/values_box.py"/>
        <source>Liberated</source>
        <translation>Звільнене</translation>
    </message>
    <message>
        <location filename="../ui/setup/values_box.py"/>
        <source>These maps show several sides or kinds of ground. What is each of them?</source>
        <translation>Ці карти показують кілька сторін або видів території. Що означає кожен із них?</translation>
    </message>
    <message>
        <location filename="../ui/setup/values_box.py"/>
        <source>These maps show several sides or kinds of ground, by “{field}”. What is each of them?</source>
        <translation>Ці карти показують кілька сторін або видів території (поле «{field}»). Що означає кожне значення?</translation>
    </message>
    <message>
        <location filename="../ui/setup/values_finder.py"/>
        <source>Looking for sides in the maps</source>
        <translation>Пошук сторін на картах</translation>
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
    <message>
        <location filename="../ui/widgets.py"/>
        <source>details</source>
        <translation>докладніше</translation>
    </message>
    <message>
        <location filename="../models/latestchange.model3"/>
        <source>Two newest maps: warn of a large net change</source>
        <translation>Дві найновіші карти: попередити про велику чисту зміну</translation>
    </message>
    <message>
        <location filename="../models/latestchange.model3"/>
        <source>Measures the change between the two newest maps of a folder, and warns when the net change, whether gain or loss, exceeds a limit.</source>
        <translation>Вимірює зміну між двома найновішими картами з папки й попереджає, коли чиста зміна, приріст чи втрата, перевищує поріг.</translation>
    </message>
    <message>
        <location filename="../models/latestchange.model3"/>
        <source>Compared with what was gained less what was lost, over all sectors together.</source>
        <translation>Порівнюється зі здобутим мінус втраченим на всіх ділянках разом.</translation>
    </message>
    <message>
        <location filename="../models/latestchange.model3"/>
        <source>Warn when the net change exceeds (km²)</source>
        <translation>Попередити, коли чиста зміна перевищує (км²)</translation>
    </message>
    <message>
        <location filename="../models/monthlypace.model3"/>
        <source>Prepare, measure by month, project</source>
        <translation>Підготувати, виміряти за місяцями, спроєктувати темп</translation>
    </message>
    <message>
        <location filename="../models/monthlypace.model3"/>
        <source>Prepares all maps of a folder, measures the change of each month in each target, and says how long the rest of each target would take at the pace of the last 30, 90 and 365 days.</source>
        <translation>Готує всі карти з папки, вимірює зміну за кожен місяць у кожній цільовій території та показує, скільки часу забрала б решта кожної з них за темпу останніх 30, 90 і 365 днів.</translation>
    </message>
    <message>
        <location filename="../models/monthlyreport.model3"/>
        <source>Monthly report from a folder of maps</source>
        <translation>Щомісячний звіт із папки карт</translation>
    </message>
    <message>
        <location filename="../models/monthlyreport.model3"/>
        <source>Prepares all maps of a folder and writes the report of their months: pages, small maps, chart, tables, captions and data. Run it again when a new map has come.</source>
        <translation>Готує всі карти з папки й складає звіт за їхні місяці: сторінки, малі карти, графік, таблиці, підписи й дані. Запустіть знову, коли з’явиться нова карта.</translation>
    </message>
</context>
</TS>
