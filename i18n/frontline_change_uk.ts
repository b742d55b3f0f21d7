<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk_UA" sourcelanguage="en">
<context>
    <name>FrontlineChange</name>
    <message>
        <location filename="../core/depth/reach.py"/>
        <source>The reference line never meets the theatre: no ground within DISTANCE beyond it lies inside. Are both the right layers?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/depth/shoreline.py"/>
        <source>A movement needs maps of at least {needed} dates, and a regression of {fit}; there is only {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/depth/shoreline.py"/>
        <source>The dates of the maps must differ and be in time order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/depth/transects.py"/>
        <source>The first map has no front: no edge of its held area lies inside the theatre and off its edge. Is the theatre the right layer?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/depth/transects.py"/>
        <source>The spacing of {spacing} m is larger than the front, whose longest piece measures {length} m. Choose a smaller SPACING.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/geometry/geodesy.py"/>
        <source>Layer “{layer}” has coordinates that are not finite numbers. Repair or delete those features.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/geometry/geodesy.py"/>
        <source>The coordinate system of layer “{layer}” cannot be used ({error}). Set the right CRS for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/geometry/geodesy.py"/>
        <source>Layer “{layer}” has coordinates that are nowhere on Earth in its CRS. The CRS is probably set wrongly: check it in the layer's properties.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/maps/dated_lines.py"/>
        <source>Layer “{layer}” holds lines of {count} dates, from {first} to {last}. Say which one to use with {parameter}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/maps/dated_lines.py"/>
        <source>Layer “{layer}” has no lines of {date} or before: they run from {first} to {last}. Give a date within that time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/maps/dates.py"/>
        <source>“{name}” holds more than one date ({dates}). Give the date, or a pattern that points to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/maps/dates.py"/>
        <source>“{text}” is ambiguous: it may mean {readings}. Give the date as YYYY-MM-DD, or a pattern for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/maps/dates.py"/>
        <source>“{value}” is not a date between {first} and {last} that can be read. Give it as YYYY-MM-DD.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/maps/dates.py"/>
        <source>The date in “{text}” is misspelt; it is not guessed. Give the date as YYYY-MM-DD.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/maps/dates.py"/>
        <source>The date pattern “{pattern}” must give a day, a month and a year.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/maps/dates.py"/>
        <source>The date pattern “{pattern}” has {directive}; known are {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/maps/dates.py"/>
        <source>The date pattern “{pattern}” is no valid regular expression: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/maps/geojson.py"/>
        <source>“{file}” cannot be opened: {reason}. Check the path and your rights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/maps/geojson.py"/>
        <source>“{file}” is empty. Download or export it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/maps/geojson.py"/>
        <source>“{file}” is not text in UTF-8 (byte {byte}). Save it as GeoJSON in UTF-8 and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/maps/geojson.py"/>
        <source>“{file}” ends in the middle; the download was probably cut off. Download or export it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/maps/geojson.py"/>
        <source>“{file}” is not JSON (line {line}, column {column}: {reason}). Choose a GeoJSON file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/maps/geojson.py"/>
        <source>“{file}” is nested too deeply to be a map. Choose a GeoJSON file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/maps/geojson.py"/>
        <source>“{file}” is JSON but not GeoJSON: it has no features. Choose a file with a map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/maps/geojson.py"/>
        <source>“{file}” names a coordinate system that is not known ({crs}). Load it in QGIS, set its coordinate system and use the layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/maps/geojson.py"/>
        <source>“{file}”: feature {feature} has a geometry of no known type ({kind}). Repair or delete it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/maps/geojson.py"/>
        <source>“{file}”: feature {feature} has no list of coordinates. Repair or delete it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/maps/geojson.py"/>
        <source>“{file}”: feature {feature} has a line of one point. Repair or delete it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/maps/geojson.py"/>
        <source>“{file}”: feature {feature} has coordinates that are not numbers. Repair or delete it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/maps/geojson.py"/>
        <source>“{file}”: feature {feature} has coordinates that are not pairs of numbers. Repair or delete it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/maps/geojson.py"/>
        <source>“{file}”: feature {feature} has coordinates that are not finite. Repair or delete it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/maps/periods.py"/>
        <source>A series needs maps of at least two dates; there is only {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/maps/periods.py"/>
        <source>The instants of a series must be distinct and in time order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/maps/periods.py"/>
        <source>Periods of your own need their first days in STARTS, separated by commas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/maps/periods.py"/>
        <source>The day in STARTS ({day}) is not before the last map ({last}), so there is no period. Give an earlier day, or several.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/maps/snapshots.py"/>
        <source>There is no map from {instant} or before: the maps run from {first} to {last} (UTC). Ask for a date within that time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/maps/snapshots.py"/>
        <source>There are no maps to choose from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/maps/survey.py"/>
        <source>“{layer}” is dated {date}, which is yet to come. Mend the date, or give a pattern for the name or a date field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/maps/survey.py"/>
        <source>“{layer}” is a map of {date}, and so is “{other}”: only one can stand for an instant. Take one of them away, or mend its date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/sectors/making.py"/>
        <source>None of the {count} places lies in the theatre, so there is nothing to divide. Check the places and the theatre.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/sectors/making.py"/>
        <source>The front is too short for sectors of {length} km: its longest stretch has {longest} km. Choose a smaller LENGTH.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/sectors/regions.py"/>
        <source>No country is given. Name it in COUNTRY, in English or by its ISO code, such as UA.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/sectors/regions.py"/>
        <source>QGIS's world map has no regions of “{country}”. Did you mean {names}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/sectors/regions.py"/>
        <source>QGIS's world map has no regions of “{country}”. Give the country's English name, or its ISO code such as UA.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/sources/__init__.py"/>
        <source>“{layer}” looks like a map of several publishers: {publishers}. Say which one it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/sources/_reading.py"/>
        <source>No date is found in the name of “{layer}”. Give the date, a date field (there are: {fields}) or a pattern for the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/sources/_reading.py"/>
        <source>The date of “{layer}” cannot be read from its name. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/sources/_reading.py"/>
        <source>“{layer}” has no features. Choose a layer or file with polygons.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/sources/_reading.py"/>
        <source>“{layer}” has {count} features, none of them a polygon. Choose a layer or file with the polygons of the held area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/sources/_reading.py"/>
        <source>“{layer}” mixes {polygons} polygons with {points} points and {lines} lines. Choose a layer of polygons only; from front lines make the held area first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/sources/_reading.py"/>
        <source>“{layer}”: feature {feature} has no date in its field “{field}”. Mend or delete it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/sources/_reading.py"/>
        <source>“{layer}”: the date of feature {feature} cannot be read from its field “{field}”. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/sources/_reading.py"/>
        <source>“{layer}” has no field “{field}”. Its fields are: {fields}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/sources/nzz.py"/>
        <source>“{layer}” mixes periods that end on different days ({days}). Ask the service for one day, or split it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin.py"/>
        <location filename="../processing/provider.py"/>
        <location filename="../styles/map_page.py"/>
        <location filename="../ui/dock.py"/>
        <source>Frontline Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/advance_arrows.py"/>
        <source>Arrows of direction and speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/advance_arrows.py"/>
        <source>Which way the front moved and how fast, in metres a day, as arrows at a spacing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/advance_arrows.py"/>
        <source>arrows,speed,direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/advance_arrows.py"/>
        <source>Spacing of the arrows (metres)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/advance_arrows.py"/>
        <source>Arrows stand on a square grid; each moved part gets at least one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/advance_arrows.py"/>
        <source>Arrows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/advance_arrows.py"/>
        <source>Number of arrows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/axis_advance.py"/>
        <source>Progress along axes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/axis_advance.py"/>
        <source>How far the front moved along roads or from town to town, by path and by area over width, and what is left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/axis_advance.py"/>
        <source>axis,road,progress,advance,distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/axis_advance.py"/>
        <source>Front on axes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/axis_advance.py"/>
        <location filename="../processing/runs/axes.py"/>
        <source>Boxes around axes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/axis_advance.py"/>
        <source>Number of axes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/axis_advance.py"/>
        <source>Largest advance along an axis (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/axis_advance.py"/>
        <source>Shortest path left to an axis's end (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/axis_advance.py"/>
        <source>Axes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/axis_advance.py"/>
        <source>Lines from ground held on the first date to a goal. One that is drawn the other way is turned round.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/axis_advance.py"/>
        <source>Field with the axes' names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/axis_advance.py"/>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <location filename="../processing/algorithms/projection.py"/>
        <location filename="../processing/inputs/options.py"/>
        <source>Left empty: the field called name, or else the first text field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/axis_advance.py"/>
        <source>Width of the boxes (metres)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/axis_advance.py"/>
        <source>Across the axis, half of it to either side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/axis_advance.py"/>
        <source>Field with the width of each axis (metres)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/axis_advance.py"/>
        <source>Where it is empty, WIDTH counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/axis_advance.py"/>
        <source>Which crossing is the front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/axis_advance.py"/>
        <source>first: where one first leaves held ground on the way from the beginning; last: where one leaves it for the last time, lodgements included.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/change_series.py"/>
        <source>Change by period over a series of maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/change_series.py"/>
        <source>Area gained and lost per day, week, month or any period, per sector, over years.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/change_series.py"/>
        <source>series,month,week,change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/change_series.py"/>
        <source>Change by period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/change_series.py"/>
        <source>Ground gained by period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/change_series.py"/>
        <source>Ground lost by period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/change_series.py"/>
        <location filename="../processing/algorithms/sector_change.py"/>
        <source>Places that changed hands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/change_series.py"/>
        <source>Number of periods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/change_series.py"/>
        <source>Net over all periods (km²)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/change_series.py"/>
        <source>Measures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/change_series.py"/>
        <source>Area alone is the fast path; depth and front length cost more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/class_transition.py"/>
        <source>Transition of classes between two maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/class_transition.py"/>
        <source>How much ground went from which class (held, contested, claimed, liberated, other, none) to which, by sector.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/class_transition.py"/>
        <source>class,transition,matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/class_transition.py"/>
        <source>Class before and after, per sector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/class_transition.py"/>
        <source>Matrix of classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/class_transition.py"/>
        <source>Ground that changed class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/class_transition.py"/>
        <source>Ground that changed class (km²)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/class_transition.py"/>
        <source>Ground that became held (km²)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/class_transition.py"/>
        <source>Ground no longer held (km²)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/class_transition.py"/>
        <location filename="../processing/algorithms/reach.py"/>
        <location filename="../processing/algorithms/sector_change.py"/>
        <source>Date of the map before (UTC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/class_transition.py"/>
        <location filename="../processing/algorithms/sector_change.py"/>
        <source>Date of the map after (UTC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/control_from_lines.py"/>
        <source>Control from front lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/control_from_lines.py"/>
        <source>Where only the front is drawn as a line: the ground held behind it, date by date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/control_from_lines.py"/>
        <source>front,line,control,area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/control_from_lines.py"/>
        <source>Snapshots from lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/control_from_lines.py"/>
        <source>Log of the lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/control_from_lines.py"/>
        <source>What was joined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/control_from_lines.py"/>
        <location filename="../processing/algorithms/prepare_snapshots.py"/>
        <source>Number of snapshots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/control_from_lines.py"/>
        <source>Gaps bridged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/control_from_lines.py"/>
        <source>Widest gap bridged (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/control_from_lines.py"/>
        <source>Held on the last date (km²)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/control_from_lines.py"/>
        <source>Front lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/control_from_lines.py"/>
        <source>Lines of one date or of many; a front may consist of any number of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/control_from_lines.py"/>
        <location filename="../processing/algorithms/prepare_snapshots.py"/>
        <location filename="../processing/inputs/reading_options.py"/>
        <location filename="../processing/inputs/series_options.py"/>
        <source>Date field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/control_from_lines.py"/>
        <source>Left empty: the field called date, datetime or day, or else the date in the layer's or file's name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/control_from_lines.py"/>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/control_from_lines.py"/>
        <source>For lines of one date that carry none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/control_from_lines.py"/>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <location filename="../processing/algorithms/prepare_snapshots.py"/>
        <location filename="../processing/algorithms/reach.py"/>
        <location filename="../processing/inputs/options.py"/>
        <source>Theatre (land of the war)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/control_from_lines.py"/>
        <source>The land that the lines divide. Held ground ends at its edge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/control_from_lines.py"/>
        <source>Ground is held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/control_from_lines.py"/>
        <source>marks: where marks lie. left, right: on that side of the lines, in the direction in which they were drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/control_from_lines.py"/>
        <source>Marks in held ground</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/control_from_lines.py"/>
        <source>Points, or polygons such as last month's map. Each pocket, island or bridgehead that is held needs its own. With a date field of the same name a mark counts on its date only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/control_from_lines.py"/>
        <source>Gaps bridged up to (metres)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/control_from_lines.py"/>
        <source>Ends of lines no farther apart, or no farther from another line, are joined.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/control_from_lines.py"/>
        <source>Ends extended to the theatre's edge up to (metres)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/control_from_lines.py"/>
        <source>Ends that are not bridged are joined to the nearest point of the theatre's edge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>Create sectors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>Named areas without overlaps to measure by: regions, a tidied layer, around places, along the front, corridors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>sector,region,place,front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <location filename="../processing/inputs/options.py"/>
        <source>Sectors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>Number of sectors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>Area of all sectors (km²)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>Ground in more than one sector (km²)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>Gaps that the sectors enclose (km²)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <location filename="../styles/texts.py"/>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>regions: QGIS's built-in regions of a country. partition: a polygon layer made free of overlaps. places: around points. front: along the front in equal lengths. corridors: along lines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>Layer to make them from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>partition: polygons. places: points, polygons, or a table with the columns lon and lat. front: a map of control, or front lines. corridors: lines. regions: not needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>Field with the names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>Country (regions)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>For the method regions: the country's English name or its ISO code, such as UA.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>Sectors are cut to it. The method front needs it where the front is taken from a map of control.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>Overlaps go to (partition)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>nearer: each place goes to the sector whose undisputed ground is nearer; a sector that lies whole in others keeps its ground. first: all goes to the sector that comes first in the layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>Fill gaps (partition)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>Give gaps that the sectors enclose, or, with a theatre, all the rest of it, to the nearest sector.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>Also open gaps narrower than (metres)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>With FILL_GAPS and without a theatre: gaps open to one side count up to this width.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>Largest radius (places, metres)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>A sector is the ground nearer to its place than to any other, up to this far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>Length of front in each (front, metres)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>Each stretch of the smoothed front is cut into equal lengths as near to this as possible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>Depth to either side (front, metres)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>How far the sectors reach from the smoothed front, on both sides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>Smoothing of the front (front, metres)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>Bends much shorter than this are smoothed away before the front is cut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>Width in all (corridors, metres)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>A corridor reaches half of this to either side of its line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>Date of the front (front)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>In a layer of many dates: which one to use (the last at or before it). Otherwise the date of the map, if neither a field nor its name carries one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>Date field (front)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>Field with the dates, if it is not called date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>Class field (front)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>Field with the control class (held, contested, claimed, liberated, other). Without one every polygon of a generic map is held.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>Publisher (front)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>By whose conventions the map is read. auto recognises known publishers' files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>Width of the theatre's edge (front, places; metres)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/create_sectors.py"/>
        <source>front: a boundary nearer than this to the theatre's edge is not front. places: a place no farther than this outside the theatre still gets its sector.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/extract_front.py"/>
        <source>Extract the front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/extract_front.py"/>
        <source>The contact line off coast and border, its length per sector and tolerance, and which stretches moved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/extract_front.py"/>
        <source>front,line,length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/extract_front.py"/>
        <location filename="../styles/texts.py"/>
        <source>Front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/extract_front.py"/>
        <source>Length of the front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/extract_front.py"/>
        <source>Front of the last map (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/extract_front.py"/>
        <source>Of it moved (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/extract_front.py"/>
        <source>Dates of the maps (UTC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/extract_front.py"/>
        <source>Map, or snapshots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/extract_front.py"/>
        <source>Polygons of who holds what, of one date or of many.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/extract_front.py"/>
        <source>Dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/extract_front.py"/>
        <source>In a layer of many dates: which ones, separated by commas (for each the last map at or before it); left empty, all of them. For a map whose date neither a field nor its name carries: its date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/extract_front.py"/>
        <source>Earlier map in a layer of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/extract_front.py"/>
        <source>To see what moved since, where the layer above does not hold the earlier date itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/extract_front.py"/>
        <location filename="../processing/algorithms/reach.py"/>
        <source>Date of the earlier map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/extract_front.py"/>
        <source>If neither a field nor its name carries it, or to choose among several.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/extract_front.py"/>
        <source>Tolerances (metres)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/extract_front.py"/>
        <source>The length is given with bends shallower than each of these left out. Compare lengths only at equal tolerances.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/extract_front.py"/>
        <source>Mask, such as a river</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/extract_front.py"/>
        <source>Lines or polygons along which a boundary does not count as front; its length is given apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/extract_front.py"/>
        <source>Width of the mask to either side (metres)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/extract_front.py"/>
        <source>A boundary no farther than this from the mask is masked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/extract_front.py"/>
        <source>Least movement (metres)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/extract_front.py"/>
        <source>A stretch has moved if it lies farther than this from the boundary of the map before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/extract_front.py"/>
        <source>Widest seam between pieces (metres)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/extract_front.py"/>
        <source>Gaps between the pieces of a map that are narrower than this are not front: they would count twice, with both their sides. 0 leaves them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/extract_front.py"/>
        <location filename="../processing/inputs/options.py"/>
        <source>No control class is chosen in CLASSES. Choose at least one, usually “held”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare_snapshots.py"/>
        <source>Prepare snapshots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare_snapshots.py"/>
        <source>Any publisher's maps, layers or a whole folder, become clean dated snapshots with a log of what was done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare_snapshots.py"/>
        <source>import,clean,repair,date,snapshot,folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare_snapshots.py"/>
        <location filename="../processing/inputs/series_options.py"/>
        <source>Snapshots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare_snapshots.py"/>
        <source>Log of snapshots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare_snapshots.py"/>
        <source>Maps left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare_snapshots.py"/>
        <source>Maps that are loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare_snapshots.py"/>
        <source>Layers in any order. A GeoJSON layer is read whole from its file, whatever part of it QGIS shows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare_snapshots.py"/>
        <source>Folder of map files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare_snapshots.py"/>
        <source>All GeoJSON, Shapefile, GeoPackage, KML, GML and FlatGeobuf files in it and in the folders in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare_snapshots.py"/>
        <location filename="../processing/inputs/reading_options.py"/>
        <source>Publisher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare_snapshots.py"/>
        <location filename="../processing/inputs/reading_options.py"/>
        <source>By whose conventions the maps are read. auto recognises known publishers' files, anything else is generic.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare_snapshots.py"/>
        <source>Field with the date of each feature. Left empty: the field called date, or the layer's temporal settings, or the date in the layer's or file's name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare_snapshots.py"/>
        <source>Where names carry the date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare_snapshots.py"/>
        <source>For names that are not understood: front_%d%m%y, or a regular expression whose first group is the date. %Y %y %m %b %d %H %M %S, %s for Unix seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare_snapshots.py"/>
        <location filename="../processing/inputs/reading_options.py"/>
        <location filename="../processing/inputs/series_options.py"/>
        <source>Class field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare_snapshots.py"/>
        <source>For generic maps: field with the control class (held, contested, claimed, liberated, other). Without one every polygon is held.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare_snapshots.py"/>
        <source>Class by expression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare_snapshots.py"/>
        <source>For generic maps: an expression that gives the class in these words, for instance if("status" = 2, 'held', 'other'). @layer_name and @file_name are known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare_snapshots.py"/>
        <source>The land that is fought over. Pieces that do not meet it are land elsewhere in the world, of class other. Nothing is cut at its edge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare_snapshots.py"/>
        <source>Width below which a gap between pieces is a seam (metres)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare_snapshots.py"/>
        <source>Holes and channels between neighbouring pieces of one class that are narrower are filled; no outer boundary moves. 0 leaves them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare_snapshots.py"/>
        <source>A map that cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare_snapshots.py"/>
        <source>skip names it and goes on with the others; stop ends the run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/projection.py"/>
        <source>Pace and what it would mean for a target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/projection.py"/>
        <source>Pace per day over 30, 90, 365 days and the whole series, and what it means for a target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/projection.py"/>
        <source>pace,trend,target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/projection.py"/>
        <location filename="../processing/runs/projection.py"/>
        <source>At this pace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/projection.py"/>
        <location filename="../processing/runs/projection.py"/>
        <source>Pace over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/projection.py"/>
        <source>Targets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/projection.py"/>
        <source>Polygons of what is still to be taken: a region, a country, sectors. Each is projected for itself, and all of them together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/projection.py"/>
        <source>Field with the targets' names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/projection.py"/>
        <source>Windows (days)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/projection.py"/>
        <source>Lengths of the windows that end with the last map, separated by commas; all is the whole series. Those longer than the series are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/projection.py"/>
        <source>Daily quantity to divide by the pace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/projection.py"/>
        <source>For instance reported losses or assaults a day: gives the quantity per km² gained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/projection.py"/>
        <source>What the daily quantity is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/projection.py"/>
        <source>Printed with the result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/projection.py"/>
        <source>Who reports the daily quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/projection.py"/>
        <source>Printed with the result: a figure without its source is worth nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/reach.py"/>
        <source>Reach beyond a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/reach.py"/>
        <source>How far held ground lies beyond a state border or a river, on one date or between two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/reach.py"/>
        <source>reach,border,river,buffer zone,bridgehead,profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/reach.py"/>
        <source>Reach per sector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/reach.py"/>
        <source>Profile along the line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/reach.py"/>
        <source>Held ground beyond the line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/reach.py"/>
        <source>Farthest reach (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/reach.py"/>
        <source>Mean reach where ground is held (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/reach.py"/>
        <source>Line beyond which ground is held (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/reach.py"/>
        <location filename="../styles/texts.py"/>
        <source>Held beyond the line (km²)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/reach.py"/>
        <source>Change of the farthest reach (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/reach.py"/>
        <source>Date of the map (UTC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/reach.py"/>
        <source>Map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/reach.py"/>
        <source>Polygons of who holds what. Results come in its CRS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/reach.py"/>
        <source>Date of the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/reach.py"/>
        <location filename="../processing/inputs/pair_options.py"/>
        <source>In a layer of many dates: which one to use (the last map at or before it). Otherwise the date of the map, if neither a field nor its name carries one. A date without a time is 00:00 UTC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/reach.py"/>
        <source>Reference line, or land whose edge it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/reach.py"/>
        <source>A river or a border as lines; or polygons, such as the regions of a country, whose common outer edge counts: beyond it is inside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/reach.py"/>
        <source>Which side of lines is beyond</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/reach.py"/>
        <source>auto is the side on which more ground is held. left and right are meant along the line as drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/reach.py"/>
        <source>Look as far as (metres)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/reach.py"/>
        <source>Ground farther than this from the line belongs to another front.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/reach.py"/>
        <source>Spacing of the profile (metres)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/reach.py"/>
        <source>One station of the profile every so many metres of the line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/reach.py"/>
        <location filename="../processing/algorithms/transects.py"/>
        <source>Smoothing of the direction (metres)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/reach.py"/>
        <source>Stations look across the chord over this length of the line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/reach.py"/>
        <source>Only ground inside it counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/reach.py"/>
        <source>Earlier map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/reach.py"/>
        <source>Given this, the change since then is measured too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/reach.py"/>
        <source>As for the map itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/sector_change.py"/>
        <source>Change per sector between two maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/sector_change.py"/>
        <source>Area gained and lost, depth of advance and retreat, and their error, per sector.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/sector_change.py"/>
        <source>front,advance,retreat,territory,control,change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/sector_change.py"/>
        <location filename="../ui/layer_group.py"/>
        <location filename="../ui/results/table.py"/>
        <source>Change per sector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/sector_change.py"/>
        <source>Ground gained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/sector_change.py"/>
        <source>Ground lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/sector_change.py"/>
        <source>Depth lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/sector_change.py"/>
        <location filename="../styles/texts.py"/>
        <source>Gained (km²)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/sector_change.py"/>
        <location filename="../styles/texts.py"/>
        <source>Lost (km²)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/sector_change.py"/>
        <location filename="../styles/texts.py"/>
        <source>Net (km²)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/sector_change.py"/>
        <source>Standard error of gained (km²)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/sector_change.py"/>
        <source>Deepest advance (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/sector_change.py"/>
        <source>Deepest retreat (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/transects.py"/>
        <source>Transects and shoreline statistics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/transects.py"/>
        <source>How far the front moved every so many metres along it, with SCE, NSM, EPR, LRR and WLR over many dates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/transects.py"/>
        <source>transect,depth,rate,regression,statistics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/transects.py"/>
        <location filename="../styles/texts.py"/>
        <source>Transects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/transects.py"/>
        <source>Transects per sector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/transects.py"/>
        <source>Readings on transects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/transects.py"/>
        <source>Number of transects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/transects.py"/>
        <source>Transects that can be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/transects.py"/>
        <source>Mean advance (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/transects.py"/>
        <source>Net area over the front's length (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/transects.py"/>
        <source>Net area along the transects (km²)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/transects.py"/>
        <source>Spacing along the front (metres)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/transects.py"/>
        <source>Each line is divided into equal stretches as near to this as can be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/transects.py"/>
        <source>Transects are perpendicular to the chord over this length of front. Choose it longer than the bends that should not turn them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/transects.py"/>
        <source>Greatest distance to either side (metres)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/transects.py"/>
        <source>A front farther away than this is no reading.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/transects.py"/>
        <source>Which crossing counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/transects.py"/>
        <source>first: where one first leaves held ground; nearest to the origin; last: the farthest out, lodgements included; median of all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/transects.py"/>
        <source>Baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/transects.py"/>
        <source>Lines that transects start from, on either side of the front. Left empty: the front of the first map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/transects.py"/>
        <source>Rates per</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/transects.py"/>
        <source>Times are exact days; a unit is a fixed number of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/transects.py"/>
        <source>Level of confidence (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/transects.py"/>
        <source>Of the intervals of regression rates, and of what is called significant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/transects.py"/>
        <source>Field with the position error of each map (metres)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/algorithms/transects.py"/>
        <source>Weighs the maps in WLR. Where it is empty, POSITION_ERROR counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <location filename="../styles/texts.py"/>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>Depth and reach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>Maps and sectors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>Headline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>Method card (JSON)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/bridge.py"/>
        <source>Layer “{layer}” is a table without geometry, so there is nothing to measure. Choose a layer with a geometry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/bridge.py"/>
        <source>Layer “{layer}” has no coordinate system, so its areas cannot be known. Set its CRS in the layer's properties.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/bridge.py"/>
        <source>Of layer “{layer}” only the selected features are wanted, and none is selected. Select some.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/bridge.py"/>
        <source>Layer “{layer}”: the coordinates of feature {features} are not finite, or make no polygon. Repair or delete it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/environment.py"/>
        <source>Open Frontline Change from QGIS's Vector menu: it offers to install {library} for you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/environment.py"/>
        <location filename="../ui/install_libraries.py"/>
        <source>You can also install it for the whole system: {command}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/environment.py"/>
        <source>Measuring needs the Python library {library} {needed} or newer, which this QGIS does not have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/environment.py"/>
        <source>Measuring needs the Python library {library} {needed} or newer; this QGIS has {found}, in {origin}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/environment.py"/>
        <source>Another plugin has already loaded the Python library shapely {found}, in {origin}, with GEOS {detail}, while QGIS itself has GEOS {host}. Measuring now could crash QGIS. Restart QGIS and measure before the other plugin is used, or disable that plugin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/environment.py"/>
        <source>The Python library {library}, in {origin}, cannot be loaded: {detail}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/inputs/class_expression.py"/>
        <source>CLASS_EXPRESSION is not an expression that QGIS understands: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/inputs/class_expression.py"/>
        <source>“{layer}”: CLASS_EXPRESSION cannot be worked out for feature {feature}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/inputs/dated_maps.py"/>
        <location filename="../processing/runs/front.py"/>
        <source>{parameter} cannot be used. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/inputs/dated_maps.py"/>
        <source>{name}: map of {date}, from {origin} ({source}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/inputs/dated_maps.py"/>
        <location filename="../processing/runs/front.py"/>
        <source>{parameter} cannot be used with layer “{layer}”. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/inputs/dated_maps.py"/>
        <source>Layer “{layer}” holds maps of {count} dates, from {first} to {last}. Say which one to use with {parameter}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/inputs/line_input.py"/>
        <source>Layer “{layer}”, given as {parameter}, has no lines of any length. Draw a line, or choose another layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/inputs/map_files.py"/>
        <source>There is no folder {folder}. Choose the folder with the maps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/inputs/map_files.py"/>
        <source>“{file}” has no layer of polygons that QGIS can read. Export it again, or take it out of the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/inputs/options.py"/>
        <source>Control classes counted as held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/inputs/options.py"/>
        <source>Which classes of the maps count. Only “held” is counted unless you widen it, for instance to held,contested.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/inputs/options.py"/>
        <source>Polygons to measure by. Where they overlap, ground counts once; what lies outside all of them has its own row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/inputs/options.py"/>
        <source>Field with the sectors' names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/inputs/options.py"/>
        <source>The country or land that is fought over. Its edge (coast, state border) is never front. Without it no honest front length exists, and those fields stay empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/inputs/options.py"/>
        <source>Width of the theatre's edge (metres)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/inputs/options.py"/>
        <source>A boundary nearer than this to the theatre's edge is not front.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/inputs/options.py"/>
        <source>The side's own ground beyond the theatre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/inputs/options.py"/>
        <source>Counts as held for depth, lodgements and front, never for area: ground taken across the state border then has a depth from there instead of being a lodgement.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/inputs/options.py"/>
        <source>Places (points or polygons)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/inputs/options.py"/>
        <source>Settlements to name when they change hands: points, or polygons by their greater part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/inputs/options.py"/>
        <source>Field with the places' names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/inputs/options.py"/>
        <source>Width below which change is noise (metres)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/inputs/options.py"/>
        <source>Parts narrower than this (mean width, twice the area over the perimeter) are of kind noise: reported apart, still in the totals. 0 turns it off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/inputs/options.py"/>
        <source>Position error of the drawn line (metres)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/inputs/options.py"/>
        <source>How far off the line may be drawn, as a standard deviation. Standard errors follow from it. A gained part farther than this from all ground held before is a lodgement.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/inputs/options.py"/>
        <source>Correlation length along the line (metres)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/inputs/options.py"/>
        <source>Over which length of front one misjudgement shifts the line the same way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/inputs/pair_options.py"/>
        <source>Map before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/inputs/pair_options.py"/>
        <source>Polygons of who holds what on the earlier date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/inputs/pair_options.py"/>
        <source>Map after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/inputs/pair_options.py"/>
        <source>Polygons of who holds what on the later date. Results come in its CRS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/inputs/pair_options.py"/>
        <source>Date before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/inputs/pair_options.py"/>
        <source>Date after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/inputs/place_table.py"/>
        <source>Table “{layer}” has no points and no columns lon and lat. Its columns are: {fields}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/inputs/reading_options.py"/>
        <source>Field with the maps' dates, if it is not called date; the same in every map layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/inputs/reading_options.py"/>
        <source>Field with the control class (held, contested, claimed, liberated, other), the same in every map layer. Without one every polygon of a generic map is held.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/inputs/series_maps.py"/>
        <source>First date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/inputs/series_maps.py"/>
        <source>Begin with the last map at or before this; left empty, with the first of all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/inputs/series_maps.py"/>
        <source>Last date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/inputs/series_maps.py"/>
        <source>End with the last map at or before this; left empty, with the last of all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/inputs/series_maps.py"/>
        <location filename="../processing/inputs/series_reader.py"/>
        <location filename="../processing/inputs/surroundings.py"/>
        <source>Layer “{layer}” has no field “{field}”. Its fields are: {fields}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/inputs/series_maps.py"/>
        <source>Layer “{layer}”: “{value}” in the field “{field}” is no number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/inputs/series_maps.py"/>
        <source>No period holds two maps. Choose another PERIOD, or a smaller OFFSET_DAYS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/inputs/series_maps.py"/>
        <source>{used} of {count} maps are used, from {first} to {last}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/inputs/series_maps.py"/>
        <source>Layer “{layer}” has maps of fewer than two dates between {first} and {last}; a movement needs two, a regression three. Its {count} maps run from {oldest} to {newest}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/inputs/series_maps.py"/>
        <location filename="../processing/runs/series.py"/>
        <source>A day in STARTS cannot be used: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/inputs/series_options.py"/>
        <source>A layer with the maps of many dates, a date on each feature, in any order: for instance the result of “Prepare snapshots”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/inputs/series_options.py"/>
        <source>Left empty: the field called date, datetime or day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/inputs/series_options.py"/>
        <source>Left empty: a field called class with our words; else every polygon is held.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/inputs/series_options.py"/>
        <source>Period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/inputs/series_options.py"/>
        <source>snapshot compares each map with the one before; all the last with the first; custom uses STARTS. The map that stands for a boundary is the last one at or before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/inputs/series_options.py"/>
        <source>First days of custom periods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/inputs/series_options.py"/>
        <source>Dates separated by commas, for PERIOD custom. The last period runs to the last map; a single date means “since then”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/inputs/series_options.py"/>
        <source>Offset of the boundaries (days)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/inputs/series_options.py"/>
        <source>Added to 00:00 UTC of each nominal day. 0 for maps stamped to the second; 1 for daily files that are dated a day late. Printed with the result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/inputs/series_reader.py"/>
        <location filename="../processing/runs/front.py"/>
        <location filename="../processing/runs/reach.py"/>
        <location filename="../processing/runs/sectors.py"/>
        <source>Layer “{layer}” has no polygons of the classes {classes}. Choose other classes in CLASSES, or another layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/inputs/series_reader.py"/>
        <source>Layer “{layer}” has no date field that could be found. Name it in DATE_FIELD. Its fields are: {fields}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/inputs/series_reader.py"/>
        <source>Layer “{layer}”: feature {number} has no date that can be read in the field “{field}” ({value}). Mend or leave out that feature.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/inputs/surroundings.py"/>
        <source>No theatre is given, so front lengths stay empty: without the land's edge there is no honest figure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/inputs/surroundings.py"/>
        <source>Layer “{layer}”, given as {parameter}, has no polygons. Choose a polygon layer or leave it empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/inputs/surroundings.py"/>
        <location filename="../processing/runs/lines.py"/>
        <source>Layer “{layer}”, given as {parameter}, has no points or polygons. Choose another layer or leave it empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/outputs/destinations.py"/>
        <source>{first} and {second} would both be written to {path}, and one would be lost. Give each its own file, or tables of one GeoPackage: ogr:dbname='results.gpkg' table="{first}" (geom)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/outputs/destinations.py"/>
        <source>{name} cannot be written to {path}: there is no such folder, or you may not write to it. Choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/outputs/writer.py"/>
        <source>{parameter} could not be written to {destination}. Is the disk full? {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/outputs/writer.py"/>
        <source>A Shapefile cuts field names to ten characters and loses times of day; {count} fields of {destination} are affected. A GeoPackage keeps them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/arrows.py"/>
        <source>Movement {dates}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/arrows.py"/>
        <source>From {first} to {last} nothing moved by more than the map's noise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/arrows.py"/>
        <source>{count} arrows from {first} to {last}; the fastest movement was {speed} m a day, in the period {period}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/axes.py"/>
        <source>The axis “{axis}” is drawn towards held ground; it is measured the other way, from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/axes.py"/>
        <source>The axis “{axis}” is in {count} pieces that do not meet; each is measured alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/axes.py"/>
        <source>Layer “{layer}”: the width of feature {feature} in the field “{field}” is {value}. It must be a number of metres above 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/axes.py"/>
        <source>Layer “{layer}”: feature {features} is no line of any length and was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/axes.py"/>
        <source>The axis “{axis}” begins in ground that is held on none of the dates, so the front cannot be read on it. Begin it in held ground.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/axes.py"/>
        <source>From {first} to {last} the front cannot be read on any of {count} axes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/axes.py"/>
        <source>From {first} to {last} the front moved by {advance} along the axis “{axis}” (± {error}), the most of {count}; {left} are left to its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/axes.py"/>
        <source>Paths along the axes on the WGS 84 ellipsoid; boxes are the held area in them over their width, in an equal-area plane.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/axes.py"/>
        <source>Progress along axes {dates}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/axes.py"/>
        <source>Front on axes {dates}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/front.py"/>
        <source>The map before (“{before}”, {before_date}) is not earlier than the first of “{layer}” ({first}). Swap the two, or choose other dates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/front.py"/>
        <source>Maps of “{layer}”: {count}, from {first} to {last}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/front.py"/>
        <source>TOLERANCES cannot be “{text}”. Give distances in metres separated by commas, such as 0,500,1000,2000,5000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/front.py"/>
        <source>Layer “{layer}”: {count} seams between its pieces, narrower than {width} m, are not counted as front.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/front.py"/>
        <source>Layer “{layer}”, given as {parameter}, has neither lines nor polygons. Choose another layer or leave it empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/front.py"/>
        <source>Without a theatre nothing is measured, so MASK (“{layer}”) is not used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/front.py"/>
        <source>The boundary of {date} is drawn; without a theatre it has no honest length.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/front.py"/>
        <source>{length} km simplified by {tolerance} m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/front.py"/>
        <source>Front of {date}, {edge} m off the theatre's edge: {figures}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/front.py"/>
        <source>Since {before} {moved} km of it moved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/front.py"/>
        <source>Front {dates}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/front.py"/>
        <source>Length of the front {dates}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/lines.py"/>
        <source>Nothing says which side holds what. Give points or polygons in held ground as MARKS, or say with SIDE on which side of the lines, as they were drawn, the ground is held (left or right).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/lines.py"/>
        <source>No line of {date} lies in the theatre “{theatre}”, so nothing separates the sides. Do both layers lie in the same place?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/lines.py"/>
        <source>The lines of {date} do not separate the sides: the longest of them, {length} km, ends at {ends}, farther than BRIDGE_DISTANCE from any other line and than EXTEND_DISTANCE from the theatre's edge. Draw it on, or choose greater distances.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/lines.py"/>
        <source>{count} lines, {length} km in all, separate nothing (at {places})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/lines.py"/>
        <source>lines of opposite directions border the same ground (at {places})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/lines.py"/>
        <source>{count} marks lie outside the theatre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/lines.py"/>
        <source>{area} of land that no line borders is taken for not held; mark it if it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/lines.py"/>
        <source>{count} snapshots from lines, {first} to {last}; {bridges} gaps bridged, the widest {widest} m; {area} held on the last date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/lines.py"/>
        <source>Snapshots from lines {dates}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/lines.py"/>
        <source>Log of the lines {dates}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/lines.py"/>
        <source>What was joined {dates}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/pair.py"/>
        <source>Neither map has polygons of the classes {classes}. Choose other classes in CLASSES.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/pair.py"/>
        <source>No edge of the held area lies inside the theatre “{layer}” and off its edge, so there is no front. Is it the right layer?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/pair.py"/>
        <source>The two maps share only {percent} % of their edges: they were drawn or saved with different vertices. The figures hold, but much of the change may be redrawing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/pair.py"/>
        <source>The map after (“{after}”, {after_date}) is earlier than the map before (“{before}”, {before_date}). Swap the two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/pair.py"/>
        <source>Before and after are the same map (“{before}”, {date}), so nothing can have moved. Choose two dates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/pair.py"/>
        <source>Both maps (“{before}” and “{after}”) are of the same instant, {date}. Choose maps of two dates, or give BEFORE_DATE and AFTER_DATE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/pair.py"/>
        <source>Layer “{layer}” has no polygons of the classes {classes} on {date}; it has: {found}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/pair.py"/>
        <source>Change per sector {dates}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/pair.py"/>
        <source>Gained {dates}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/pair.py"/>
        <source>Lost {dates}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/pair.py"/>
        <source>Depth {dates}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/pair.py"/>
        <location filename="../processing/runs/series.py"/>
        <source>Places that changed hands {dates}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/prepare.py"/>
        <source>None of the {count} maps can be used. The first of them: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/prepare.py"/>
        <source>Files in the folder that are no maps: {found}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/prepare.py"/>
        <source>There is nothing to prepare. Choose layers in LAYERS, a folder in FOLDER, or both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/prepare.py"/>
        <source>There are no maps in the folder {folder}. It is searched, with the folders in it, for files that end in {suffixes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/prepare.py"/>
        <source>“{file}” cannot be used. {reason} (To leave such maps out and go on, set ON_BAD_FILE to skip.)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/prepare.py"/>
        <source>“{file}” is left out. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/prepare.py"/>
        <source>The theatre (layer “{layer}”) does not contain the maps: they lie between {south}° and {north}° north, {west}° and {east}° east. Choose the land that is fought over, or check its coordinate system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/prepare.py"/>
        <source>So in {count} more maps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/prepare.py"/>
        <source>These are maps of {count} sources ({sources}), each a series of its own. They may not agree: measure them apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/prepare.py"/>
        <source>CLASS_FIELD and CLASS_EXPRESSION were not needed: all maps are of publishers whose classes are known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/prepare.py"/>
        <source>Its polygons cannot be put together: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/prepare.py"/>
        <source>It was changed while it was read. Run again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/prepare.py"/>
        <source>Snapshots {dates}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/prepare.py"/>
        <source>Log of snapshots {dates}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/prepare.py"/>
        <source>{count} snapshots ({sources}) from {first} to {last}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/prepare.py"/>
        <source>{repaired} invalid polygons repaired ({repair} km²), overlaps of {overlap} km² removed, {seams} seams narrower than {width} m closed ({closed} km²); {unchanged} snapshots are unchanged since the one before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/prepare.py"/>
        <source>{count} maps were left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/projection.py"/>
        <source>Layer “{layer}” holds a single map; a pace needs maps of at least two dates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/projection.py"/>
        <source>The series is shorter than every window in WINDOWS. Add “all”, which takes all of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/projection.py"/>
        <source>at this pace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/projection.py"/>
        <source>nothing is left to take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/projection.py"/>
        <source>nothing moved in this window, so there is no pace to project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/projection.py"/>
        <source>the side lost ground in this window, so there is nothing to project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/projection.py"/>
        <source>the windows differ in direction, so none of them is a trend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/projection.py"/>
        <source>the rest of all targets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/projection.py"/>
        <source>No projection for {target} (window {window}): {verdict}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/projection.py"/>
        <source>At the pace of the last windows ({slowest} to {fastest}) the remaining {remaining} of {target} would take {fewest} to {most} years. This is arithmetic, not a forecast.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/projection.py"/>
        <source>WINDOWS holds “{word}”, which is no number of days. Give days and “all”, as in 30,90,365,all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/reach.py"/>
        <source>The map after ({after}) is not later than the map before ({before}). Choose maps of two dates, or leave BEFORE empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/reach.py"/>
        <source>No ground of the classes {classes} is held within {distance} beyond the line “{layer}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/reach.py"/>
        <source>Held ground lies farther than DISTANCE ({distance}) from the line in: {sectors}. Only the ground within it is measured there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/reach.py"/>
        <source>On {date} no ground was held beyond the line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/reach.py"/>
        <source>more than {reach}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/reach.py"/>
        <source>On {date} held ground reached {reach} (± {error}) beyond the line in {sector}, where it covered {covered} of the line: {strip}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/reach.py"/>
        <source>On {date} held ground reached {reach} (± {error}) beyond the line and covered {covered} of it: {strip}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/reach.py"/>
        <source>On {date} it had reached {reach} there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/reach.py"/>
        <source>Reach is the distance of held ground from the nearest point of the line, on the WGS 84 ellipsoid; ground within DISTANCE of the line counts, lodgements included.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/reach.py"/>
        <source>Reach {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/reach.py"/>
        <source>Profile of reach {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/reach.py"/>
        <source>Held beyond the line {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/sectors.py"/>
        <source>This QGIS has no world map with regions ({path}). Load a layer of regions and use the method “partition”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/sectors.py"/>
        <source>No sector has any ground. Do the layer and the theatre lie in the same place?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/sectors.py"/>
        <source>Layer “{layer}” has no points or polygons, so there are no places to make sectors around.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/sectors.py"/>
        <source>Sectors along the front of a map need THEATRE: without it coast and state border would count as front. Or give the front as lines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/sectors.py"/>
        <source>The method “{method}” needs a layer: polygons for partition, points for places, a map of control or front lines for front, lines for corridors. Give it in LAYER.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/sectors.py"/>
        <source>Layer “{layer}” has no lines, which the method “{method}” needs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/sectors.py"/>
        <source>{parameter} is {value} metres; give more than 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/sectors.py"/>
        <source>QGIS's built-in regions are coarse: borders may be off by kilometres. They tell roughly which region a place is in; for shares of a region, or places near a border, use a better layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/sectors.py"/>
        <source>This QGIS's world map has {count} regions of Ukraine instead of {usual}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/sectors.py"/>
        <source>Sectors: {count}, with {area} in all; {verdict}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/sectors.py"/>
        <source>no partition, they overlap by {area} km²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/sectors.py"/>
        <source>a partition (no overlaps) around {gaps} gaps of {area} km²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/sectors.py"/>
        <source>a partition (no overlaps, no gaps enclosed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/sectors.py"/>
        <source>Sectors ({method})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/series.py"/>
        <source>{count} maps from {first} to {last}, {periods} periods.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/series.py"/>
        <source>no map came within this period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/series.py"/>
        <source>the map at the start ({date}) was {age} days old, the usual step is {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/series.py"/>
        <source>the map at the end ({date}) was {age} days old, the usual step is {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/series.py"/>
        <source>most of the map was drawn anew on {days}: part of the change may be redrawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/series.py"/>
        <source>From {first} to {last}, in {count} periods, the net change was {net}; the largest period was {period} with {most}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/series.py"/>
        <source>No period has data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/series.py"/>
        <source>Change by period {dates}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/series.py"/>
        <source>Gained by period {dates}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/series.py"/>
        <source>Lost by period {dates}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/transects.py"/>
        <source>No theatre is given, so the whole edge of the held area counts as front, coast and state border included. Give the land of the war as THEATRE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/transects.py"/>
        <source>There are maps of two dates; regression rates (LRR, WLR) need three and stay empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/transects.py"/>
        <source>Layer “{layer}”: the position error of {date} in the field “{field}” is {value}. It must be a number of metres, 0 or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/transects.py"/>
        <source>{count} maps have no position error in the field “{field}” ({dates}); they get the {general} m of {parameter}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/transects.py"/>
        <source>The baseline “{layer}” crosses the edge of the held area {count} times. Transects are turned to one side for each line as a whole; distances are right, but a line that stays on one side of the front is easier to read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/transects.py"/>
        <source>No transect has a reading on two dates. Are the transects long enough (LENGTH)? Do the maps belong together?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/transects.py"/>
        <source>From {first} to {last} none of {count} transects can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/transects.py"/>
        <source>From {first} to {last}, on {read} of {count} transects that can be read, the front moved by {mean} on average (± {error}): {advancing} % of it advanced and {retreating} % retreated beyond the error of the maps. The farthest advance is {most}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/transects.py"/>
        <source>Distances along transects on the WGS 84 ellipsoid, advance positive. Statistics as in the Digital Shoreline Analysis System. Weighted by the front that each transect represents.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/transects.py"/>
        <source>Transects {dates}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/transects.py"/>
        <source>Transects per sector {dates}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/transects.py"/>
        <source>Readings on transects {dates}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/transects.py"/>
        <location filename="../styles/texts.py"/>
        <source>{number} m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/transitions.py"/>
        <source>Neither map has any polygons. Choose other layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/transitions.py"/>
        <source>From {before} to {after} {changed} changed class: {gained} became held, {grey} of it from contested, and {lost} are no longer held.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/transitions.py"/>
        <source>Class before and after, per sector {dates}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/transitions.py"/>
        <source>Matrix of classes {dates}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/runs/transitions.py"/>
        <source>Ground that changed class {dates}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/sectors_wording.py"/>
        <source>{count} sectors had no name; they are called {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/sectors_wording.py"/>
        <source>Features of one name became one sector: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/sectors_wording.py"/>
        <source>Names that result tables need themselves were changed: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/sectors_wording.py"/>
        <source>{names} overlapped by {area} km²; each place now belongs to one of them only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/sectors_wording.py"/>
        <source>{count} gaps of {area} km² in all were given to the nearest sector.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/sectors_wording.py"/>
        <source>{count} sectors have no ground left and are not among the results: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/sectors_wording.py"/>
        <source>{count} places without a point were left out: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/sectors_wording.py"/>
        <source>{count} places outside the theatre got no sector: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/sectors_wording.py"/>
        <source>{count} places on the spot of an earlier one got no sector: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/sectors_wording.py"/>
        <source>{count} stretches of front, {length} km in all, are too short for sectors of their own; those near others lie in theirs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/tables/prepare.py"/>
        <source>{count} points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/tables/prepare.py"/>
        <source>{count} lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/tables/prepare.py"/>
        <source>{count} without geometry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/tables/prepare.py"/>
        <source>{count} rings of fewer than three points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/tables/prepare.py"/>
        <source>feature {number}: {reason} ({area} km²)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/tables/prepare.py"/>
        <source>{count} pieces outside the theatre count as “other”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/tables/prepare.py"/>
        <source>{count} features of the unknown class “{detail}” count as “other”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/tables/prepare.py"/>
        <source>the date given differs from the map's own ({detail})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/tables/prepare.py"/>
        <source>layer and file carry different dates ({detail})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/tables/prepare.py"/>
        <source>maps of {count} sources in one ({detail})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/tables/prepare.py"/>
        <source>the class is read from the field “{detail}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/tables/prepare.py"/>
        <source>no map for {count} days, since {detail}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/tables/prepare.py"/>
        <source>nothing is held in this map, unlike in others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/tables/prepare.py"/>
        <source>layers of the day before are missing: {detail}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/wording.py"/>
        <source>From {before} to {after} the side gained {gained} and lost {lost}: net {net} (± {error}), {pace}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/wording.py"/>
        <source>The deepest advance was {depth}, in {sector}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/wording.py"/>
        <source>The deepest advance was {depth}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/wording.py"/>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/wording.py"/>
        <source>Classes counted: {classes}. Areas in an equal-area plane, lengths on the WGS 84 ellipsoid. ± is one standard error for a position error of {sigma} m correlated over {length} m along the line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/wording.py"/>
        <source>{parameter} ({title}) is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/wording.py"/>
        <source>The input {parameter} cannot be read: {value}. Check that the file exists and is a vector layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/wording.py"/>
        <source>{parameter} ({title}) cannot be “{value}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/wording.py"/>
        <source>Give a number of {minimum} or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/wording.py"/>
        <source>Choose among: {options}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/wording.py"/>
        <source>Give a date such as 2025-06-30 or 2025-06-30T18:00.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/wording.py"/>
        <source>Layer “{layer}”: {count} points were left out; only polygons have an area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/wording.py"/>
        <source>Layer “{layer}”: {count} lines were left out; only polygons have an area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/wording.py"/>
        <source>Layer “{layer}”: {count} features without geometry were left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/wording.py"/>
        <source>Layer “{layer}”: {count} rings of fewer than three points were left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/wording.py"/>
        <source>Layer “{layer}”: {count} features are of the class “{detail}”, which nobody knows; they count as “other”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/wording.py"/>
        <source>Layer “{layer}”: the date you gave differs from the one the map itself carries ({detail}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/wording.py"/>
        <source>Layer “{layer}”: its name and its file's name carry different dates ({detail}); the first is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/wording.py"/>
        <source>Layer “{layer}”: the control class is read from the field “{detail}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/wording.py"/>
        <source>Layer “{layer}” mixes maps of {count} sources ({detail}); they may not agree.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/wording.py"/>
        <source>feature {number}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/wording.py"/>
        <source>Layer “{layer}”: {count} invalid polygons were repaired, which changed their area by {area} km² ({named}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/wording.py"/>
        <source>Layer “{layer}”: {count} sectors have no name; they are called {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/wording.py"/>
        <source>Layer “{layer}”: polygons with the same name are measured as one sector: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/wording.py"/>
        <source>Layer “{layer}”: names that the result table needs itself were changed: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/wording.py"/>
        <source>Layer “{layer}”: {giver} overlaps {keeper} by {area} km²; that ground is counted once, for {keeper}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/wording.py"/>
        <source>Layer “{layer}”: {count} more overlaps between sectors, each counted once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/wording.py"/>
        <source>Layer “{layer}”: the sectors leave {count} gaps of {area} km² in all; they count as outside all sectors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/__init__.py"/>
        <source>There is no style “{key}”. There are: {keys}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/__init__.py"/>
        <source>The style {path} could not be loaded for the layer “{layer}”: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/__init__.py"/>
        <source>The style “{key}” needs a vector layer that can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/__init__.py"/>
        <source>The style “{key}” is for a layer of {wanted}, but “{layer}” is a layer of {found}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/__init__.py"/>
        <source>The style “{key}” shows the fields {missing}, which the layer “{layer}” does not have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/map_page.py"/>
        <source>There is nothing to draw: no feature has a place on the map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/map_page.py"/>
        <source>The map page could not be saved as {path}. Can files be written there?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/map_page.py"/>
        <location filename="../ui/results/units.py"/>
        <source>km</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>{number} km²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>{number} km</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>{number} km² a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Gained, map noise (under {width} km wide)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Lost, map noise (under {width} km wide)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Gained, map noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Lost, map noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Gained, ground (km²)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Gained, lodgement (km²)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Lost, ground (km²)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Lost, lodgement (km²)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Deepest advance in the sector (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Deepest retreat in the sector (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Deepest advance of a part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Deepest retreat of a part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Advance along the axis (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Retreat along the axis (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Farthest held ground beyond the line (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Reach beyond the line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Advance (wide: beyond the error of the maps)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Retreat (wide: beyond the error of the maps)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>No movement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>No front left to read: the ground was taken from all sides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <location filename="../ui/results/model.py"/>
        <source>No reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Advance (width by speed, m a day)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Retreat (width by speed, m a day)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Place gained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Place lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Sector, with its net change (km²)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Held before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Held after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Theatre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Front before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Front after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Contested or unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Claimed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Held before, no more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Sector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Front that moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Front that stayed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Boundary at the mask, not counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Boundary of the ground held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Became held (km²)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>No longer held (km²)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Between other classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Gap bridged (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>End extended to the theatre's edge (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Line that separates nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Net gain, {low} km² or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Net gain, {low} to {high} km²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Less than {high} km² either way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Net loss, {low} to {high} km²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Net loss, {low} km² or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Until (UTC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Before (UTC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>After (UTC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Held before (km²)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Held after (km²)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Gained, standard error (km²)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Lost, standard error (km²)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Net, standard error (km²)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Net, held alone (km²)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Net, with contested and claimed (km²)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Net pace (km² a day)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Gained within map noise (km²)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Lost within map noise (km²)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Lodgements (km²)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Advance, deepest (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Advance, 95th percentile (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Advance, mean (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Retreat, deepest (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Retreat, 95th percentile (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Retreat, mean (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Front before (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Front after (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Places gained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Places lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Scope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Area (km²)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Mean width (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Greatest depth (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Depth (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Speed (m a day)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Arrived (UTC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Bearing (°)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Reach, farthest (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Reach, standard error (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Reach, 95th percentile (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Reach, mean (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Line covered (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Line (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Held beyond, standard error (km²)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Reach before, farthest (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Reach, change (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Reach, change, standard error (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Reach before, mean (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Line covered before (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Held beyond before (km²)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Held beyond, change (km²)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Held beyond, change, standard error (km²)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Length of the axis (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Front on the axis before (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Front on the axis (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Advance (m a day)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Advance since the first map (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Path left to the end (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Width of the box (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Advance by the box (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>By the box, standard error (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Advance by the curvilinear box (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>By the curvilinear box, standard error (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Position by the box (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Position by the curvilinear box (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Station</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Along the line (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Held from (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Reach (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Reach before (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Change (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Transect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Readings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Beyond the maps' error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Advance (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Advance, standard error (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Days per unit of the rates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>SCE, envelope (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>NSM, net movement (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>EPR, end point rate (m per unit)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>EPR, error (m per unit)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>LRR, regression rate (m per unit)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>LRR, R²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>LRR, standard error (m per unit)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>LRR, confidence interval ± (m per unit)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>LSE, standard error of the estimate (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>WLR, weighted rate (m per unit)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>WLR, R²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>WLR, standard error (m per unit)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>WLR, confidence interval ± (m per unit)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>WSE, standard error of the estimate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>LRR differs from zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Transects with a reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Front with a reading (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Advance, error of the mean (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Advance, median (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Advance, 90th percentile (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Advance, least (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Net area over front (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Front that advanced beyond the error (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Front that retreated beyond the error (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Front with a significant LRR (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Independent transects, effective number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>EPR, mean (m per unit)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>EPR, error of the mean (m per unit)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>EPR, median (m per unit)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>EPR, 90th percentile (m per unit)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>LRR, mean (m per unit)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>LRR, error of the mean (m per unit)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>LRR, median (m per unit)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>LRR, 90th percentile (m per unit)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>WLR, mean (m per unit)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>WLR, error of the mean (m per unit)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>WLR, median (m per unit)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>WLR, 90th percentile (m per unit)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Position (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Position error (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Coarse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Date (UTC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>File or layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Length (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Simplified by (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Front (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Front that moved (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Boundary at the mask (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Stretches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Class before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../styles/texts.py"/>
        <source>Class after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/algorithm_runner.py"/>
        <source>QGIS has no algorithm “{}”. Switch on the plugin Processing in the plugin manager.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/algorithm_runner.py"/>
        <source>The algorithm stopped without giving a reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/dock.py"/>
        <source>&amp;Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/dock.py"/>
        <source>&amp;After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/dock.py"/>
        <source>Sec&amp;tors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/dock.py"/>
        <source>Choose the earlier map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/dock.py"/>
        <source>Choose the later map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/dock.py"/>
        <source>None: measure as a whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/dock.py"/>
        <source>Swap before and after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/dock.py"/>
        <source>Field with the names of the sectors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/dock.py"/>
        <source>Names &amp;in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/dock.py"/>
        <source>No date found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/dock.py"/>
        <source>Date of the map before, in UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/dock.py"/>
        <source>Date of the map after, in UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/dock.py"/>
        <source>Found in a field, the layer's name or its file's name. Correct it here if it is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/dock.py"/>
        <source>Use the date that was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/dock.py"/>
        <source>More optio&amp;ns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/dock.py"/>
        <source>Meas&amp;ure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/dock.py"/>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/dock.py"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/dock.py"/>
        <source>Install shapel&amp;y …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/dock.py"/>
        <source>Open the lo&amp;g</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/dock.py"/>
        <source>The choices above have changed since this result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/history/panel.py"/>
        <source>Every run is kept here with its settings, to be repeated or copied as a command. Press Measure to make the first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/history/panel.py"/>
        <source>Runs of this project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/history/panel.py"/>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/history/panel.py"/>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/history/panel.py"/>
        <source>Repeat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/history/panel.py"/>
        <source>Measure again with the same settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/history/panel.py"/>
        <source>Open as dialog …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/history/panel.py"/>
        <source>Open the Processing dialog filled in with these settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/history/panel.py"/>
        <source>Copy as qgis_process line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/history/panel.py"/>
        <source>Copy the command that makes this run in a terminal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/history/panel.py"/>
        <source>Copy as Python snippet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/history/panel.py"/>
        <source>Copy Python that makes this run in the console of QGIS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/history/panel.py"/>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/history/panel.py"/>
        <source>Forget this run; its layers stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/history/snippets.py"/>
        <source>The layer “{name}” is in no file: it exists only in the project where it was measured. Save it to a file and put its path here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/install_libraries.py"/>
        <source>A library is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/install_libraries.py"/>
        <source>What the installer says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/install_libraries.py"/>
        <source>Installing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/install_libraries.py"/>
        <source>&amp;Install</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/install_libraries.py"/>
        <source>If you agree, this command downloads shapely (about 3 MB) from the Python Package Index. It writes only into the folder named in it, in your QGIS profile: QGIS, numpy and everything else stay as they are. To undo it, delete that folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/install_libraries.py"/>
        <source>Command to run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/install_libraries.py"/>
        <source>The installation was cancelled. Nothing was installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/install_libraries.py"/>
        <source>The installation failed; what the installer said stands below. Nothing was installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/install_libraries.py"/>
        <source>Library installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/install_libraries.py"/>
        <source>shapely is installed. You can measure now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/install_libraries.py"/>
        <source>The installation ended well. Restart QGIS to use it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/install_libraries.py"/>
        <source>Installing shapely …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/install_libraries.py"/>
        <source>&amp;Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/layer_group.py"/>
        <source>Places changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/layer_group.py"/>
        <source>Depth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/layer_group.py"/>
        <source>Gained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/layer_group.py"/>
        <source>Lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/presenter.py"/>
        <source>Measuring …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/presenter.py"/>
        <source>Stopping …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/presenter.py"/>
        <source>Stopped; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/presenter.py"/>
        <source>found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/presenter.py"/>
        <source>set by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/presenter.py"/>
        <source>{count} more in the log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/results/filter_bar.py"/>
        <source>Search names and periods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/results/filter_bar.py"/>
        <source>Shows rows that have all these words ({key}); Esc shows all again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/results/filter_bar.py"/>
        <source>Search the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/results/filter_bar.py"/>
        <source>Rows shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/results/filter_bar.py"/>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/results/filter_bar.py"/>
        <source>Columns, errors and units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/results/filter_bar.py"/>
        <source>E&amp;xport</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/results/filter_bar.py"/>
        <source>Copy the table or save it as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/results/filter_bar.py"/>
        <source>Save the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/results/filter_bar.py"/>
        <source>CSV table (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/results/filter_bar.py"/>
        <source>{count} rows saved in {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/results/filter_bar.py"/>
        <source>&amp;Errors beside the values (±)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/results/filter_bar.py"/>
        <source>Areas in &amp;square kilometres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/results/filter_bar.py"/>
        <source>Areas in square &amp;miles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/results/filter_bar.py"/>
        <source>Distances in &amp;kilometres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/results/filter_bar.py"/>
        <source>Distances in m&amp;iles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/results/filter_bar.py"/>
        <source>&amp;Copy the whole table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/results/filter_bar.py"/>
        <source>&amp;Save as CSV, columns shown …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/results/filter_bar.py"/>
        <source>Save as CSV, &amp;all columns …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/results/filter_bar.py"/>
        <source>{count} rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/results/filter_bar.py"/>
        <source>{shown} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/results/model.py"/>
        <source>standard error {number} {unit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/results/saving.py"/>
        <source>“{file}” was not saved: the disk is full. Free some space or choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/results/saving.py"/>
        <source>“{file}” was not saved: {folder} may not be written to, or the file is open in another program. Choose another folder, or close the file there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/results/saving.py"/>
        <source>“{file}” was not saved: there is no folder {folder}. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/results/saving.py"/>
        <source>“{file}” was not saved in {folder}: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/results/table.py"/>
        <source>&amp;Copy rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/results/table.py"/>
        <source>Copy the &amp;whole table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/results/table.py"/>
        <source>C&amp;olumns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/results/units.py"/>
        <source>sq mi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/results/units.py"/>
        <source>km²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/results/units.py"/>
        <source>sq mi a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/results/units.py"/>
        <source>km² a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/results/units.py"/>
        <source>mi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/results/values.py"/>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/results/values.py"/>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/setup/found_maps.py"/>
        <source>Looking for maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/setup/modes.py"/>
        <source>From Before to After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/setup/modes.py"/>
        <source>For each map between them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/setup/modes.py"/>
        <source>For each day between them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/setup/modes.py"/>
        <source>For each week between them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/setup/modes.py"/>
        <source>For each month between them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/setup/modes.py"/>
        <source>For each quarter between them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/setup/modes.py"/>
        <source>For each year between them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/setup/modes.py"/>
        <source>For periods of your own between them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/setup/modes.py"/>
        <source>Date of capture between them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/setup/parameter_form.py"/>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/setup/presets.py"/>
        <source>Last step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/setup/presets.py"/>
        <source>Last week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/setup/presets.py"/>
        <source>Last month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/setup/presets.py"/>
        <source>Since …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/setup/presets.py"/>
        <source>Whole span</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/setup/presets.py"/>
        <source>The latest map and the one before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/setup/presets.py"/>
        <source>The latest map and the one of seven days earlier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/setup/presets.py"/>
        <source>The latest calendar month that the maps span, from its first day (UTC).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/setup/presets.py"/>
        <source>From a day of your choice to the latest map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/setup/presets.py"/>
        <source>From the first map to the latest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/setup/sentences.py"/>
        <source>Add two dated maps of the same front to the project, for example by dragging the files into QGIS, and choose them as Before and After.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/setup/sentences.py"/>
        <source>Choose a second map, or add it to the project first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/setup/sentences.py"/>
        <source>Before and After are the same map. Choose another one for either.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/setup/sentences.py"/>
        <source>The map chosen as After is older than the one chosen as Before. Swap them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/setup/sentences.py"/>
        <source>“{layer}” holds maps of many dates, {first} to {last}. Set below its name which one to take: the last map up to then is measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/setup/sentences.py"/>
        <source>No date was found for “{layer}”. Set it below its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/setup/sentences.py"/>
        <source>Will measure ground gained and lost, and how deep, from {before} to {after} ({days} days), as a whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/setup/sentences.py"/>
        <source>Will measure ground gained and lost, and how deep, from {before} to {after} ({days} days), in each of the {count} sectors of “{sectors}” and outside them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/setup/sentences.py"/>
        <source>With {options}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/setup/sentences.py"/>
        <source>Nothing measured yet.

Choose two dated maps above and press Measure. You get a headline, a table per sector and a group of styled layers on the map; your own layers stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/setup/sentences.py"/>
        <source>This is a fault of the plugin, not of your data: {fault}. Please report it with the text in the log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/setup/sentences.py"/>
        <source>{date}, {time} UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets.py"/>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
