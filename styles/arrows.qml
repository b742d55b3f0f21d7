<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis labelsEnabled="0" version="3.22.16-Białowieża" styleCategories="Symbology|Labeling">
  <renderer-v2 type="categorizedSymbol" referencescale="-1" enableorderby="0" attr="&quot;kind&quot; || ' ' || if(&quot;speed_m_day&quot; &lt;= 75, 'slow', if(&quot;speed_m_day&quot; &lt;= 150, 'medium', 'fast'))" forceraster="0" symbollevels="0">
    <categories>
      <category symbol="0" value="advance slow" render="true" label="Advance, up to 75 m a day"/>
      <category symbol="1" value="advance medium" render="true" label="Advance, 75 to 150 m a day"/>
      <category symbol="2" value="advance fast" render="true" label="Advance, over 150 m a day"/>
      <category symbol="3" value="retreat slow" render="true" label="Retreat, up to 75 m a day"/>
      <category symbol="4" value="retreat medium" render="true" label="Retreat, 75 to 150 m a day"/>
      <category symbol="5" value="retreat fast" render="true" label="Retreat, over 150 m a day"/>
    </categories>
    <symbols>
      <symbol type="line" force_rhr="0" clip_to_extent="1" alpha="1" name="0">
        <data_defined_properties>
          <Option type="Map">
            <Option type="QString" name="name" value=""/>
            <Option name="properties"/>
            <Option type="QString" name="type" value="collection"/>
          </Option>
        </data_defined_properties>
        <layer class="GeometryGenerator" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="SymbolType" value="Line"/>
            <Option type="QString" name="geometryModifier" value="if(coalesce(attribute($currentfeature, if(@map_start_time IS NULL, 'level', 'level_in_period')) >= max(0, coalesce(ceil(ln(8.0 / (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1))) / ln(2)), 0)), true), affine_transform(translate($geometry, -x(centroid($geometry)), -y(centroid($geometry))), x(centroid($geometry)), y(centroid($geometry)), 0, 2 ^ max(0, coalesce(ceil(ln(8.0 / (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1))) / ln(2)), 0)), 2 ^ max(0, coalesce(ceil(ln(8.0 / (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1))) / ln(2)), 0))), NULL)"/>
            <Option type="QString" name="units" value="MapUnit"/>
          </Option>
          <prop k="SymbolType" v="Line"/>
          <prop k="geometryModifier" v="if(coalesce(attribute($currentfeature, if(@map_start_time IS NULL, 'level', 'level_in_period')) >= max(0, coalesce(ceil(ln(8.0 / (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1))) / ln(2)), 0)), true), affine_transform(translate($geometry, -x(centroid($geometry)), -y(centroid($geometry))), x(centroid($geometry)), y(centroid($geometry)), 0, 2 ^ max(0, coalesce(ceil(ln(8.0 / (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1))) / ln(2)), 0)), 2 ^ max(0, coalesce(ceil(ln(8.0 / (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1))) / ln(2)), 0))), NULL)"/>
          <prop k="units" v="MapUnit"/>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" name="name" value=""/>
              <Option name="properties"/>
              <Option type="QString" name="type" value="collection"/>
            </Option>
          </data_defined_properties>
          <symbol type="line" force_rhr="0" clip_to_extent="1" alpha="1" name="@0@0">
            <data_defined_properties>
              <Option type="Map">
                <Option type="QString" name="name" value=""/>
                <Option name="properties"/>
                <Option type="QString" name="type" value="collection"/>
              </Option>
            </data_defined_properties>
            <layer class="ArrowLine" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option type="QString" name="arrow_start_width" value="1"/>
                <Option type="QString" name="arrow_start_width_unit" value="MM"/>
                <Option type="QString" name="arrow_start_width_unit_scale" value="3x:0,0,0,0,0,0"/>
                <Option type="QString" name="arrow_type" value="0"/>
                <Option type="QString" name="arrow_width" value="1"/>
                <Option type="QString" name="arrow_width_unit" value="MM"/>
                <Option type="QString" name="arrow_width_unit_scale" value="3x:0,0,0,0,0,0"/>
                <Option type="QString" name="head_length" value="1.5"/>
                <Option type="QString" name="head_length_unit" value="MM"/>
                <Option type="QString" name="head_length_unit_scale" value="3x:0,0,0,0,0,0"/>
                <Option type="QString" name="head_thickness" value="1.5"/>
                <Option type="QString" name="head_thickness_unit" value="MM"/>
                <Option type="QString" name="head_thickness_unit_scale" value="3x:0,0,0,0,0,0"/>
                <Option type="QString" name="head_type" value="0"/>
                <Option type="QString" name="is_curved" value="0"/>
                <Option type="QString" name="is_repeated" value="1"/>
                <Option type="QString" name="offset" value="0"/>
                <Option type="QString" name="offset_unit" value="MM"/>
                <Option type="QString" name="offset_unit_scale" value="3x:0,0,0,0,0,0"/>
                <Option type="QString" name="ring_filter" value="0"/>
              </Option>
              <prop k="arrow_start_width" v="1"/>
              <prop k="arrow_start_width_unit" v="MM"/>
              <prop k="arrow_start_width_unit_scale" v="3x:0,0,0,0,0,0"/>
              <prop k="arrow_type" v="0"/>
              <prop k="arrow_width" v="1"/>
              <prop k="arrow_width_unit" v="MM"/>
              <prop k="arrow_width_unit_scale" v="3x:0,0,0,0,0,0"/>
              <prop k="head_length" v="1.5"/>
              <prop k="head_length_unit" v="MM"/>
              <prop k="head_length_unit_scale" v="3x:0,0,0,0,0,0"/>
              <prop k="head_thickness" v="1.5"/>
              <prop k="head_thickness_unit" v="MM"/>
              <prop k="head_thickness_unit_scale" v="3x:0,0,0,0,0,0"/>
              <prop k="head_type" v="0"/>
              <prop k="is_curved" v="0"/>
              <prop k="is_repeated" v="1"/>
              <prop k="offset" v="0"/>
              <prop k="offset_unit" v="MM"/>
              <prop k="offset_unit_scale" v="3x:0,0,0,0,0,0"/>
              <prop k="ring_filter" v="0"/>
              <data_defined_properties>
                <Option type="Map">
                  <Option type="QString" name="name" value=""/>
                  <Option type="Map" name="properties">
                    <Option type="Map" name="arrowHeadLength">
                      <Option type="bool" name="active" value="true"/>
                      <Option type="QString" name="expression" value="clamp(0.15, coalesce(2 ^ max(0, coalesce(ceil(ln(8.0 / (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1))) / ln(2)), 0)) * (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1)), 10.0) / 10.0, 1.6) * 0.99"/>
                      <Option type="int" name="type" value="3"/>
                    </Option>
                    <Option type="Map" name="arrowHeadThickness">
                      <Option type="bool" name="active" value="true"/>
                      <Option type="QString" name="expression" value="clamp(0.15, coalesce(2 ^ max(0, coalesce(ceil(ln(8.0 / (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1))) / ln(2)), 0)) * (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1)), 10.0) / 10.0, 1.6) * 0.63"/>
                      <Option type="int" name="type" value="3"/>
                    </Option>
                    <Option type="Map" name="arrowStartWidth">
                      <Option type="bool" name="active" value="true"/>
                      <Option type="QString" name="expression" value="clamp(0.15, coalesce(2 ^ max(0, coalesce(ceil(ln(8.0 / (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1))) / ln(2)), 0)) * (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1)), 10.0) / 10.0, 1.6) * 0.45"/>
                      <Option type="int" name="type" value="3"/>
                    </Option>
                    <Option type="Map" name="arrowWidth">
                      <Option type="bool" name="active" value="true"/>
                      <Option type="QString" name="expression" value="clamp(0.15, coalesce(2 ^ max(0, coalesce(ceil(ln(8.0 / (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1))) / ln(2)), 0)) * (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1)), 10.0) / 10.0, 1.6) * 0.45"/>
                      <Option type="int" name="type" value="3"/>
                    </Option>
                  </Option>
                  <Option type="QString" name="type" value="collection"/>
                </Option>
              </data_defined_properties>
              <symbol type="fill" force_rhr="0" clip_to_extent="1" alpha="1" name="@@0@0@0">
                <data_defined_properties>
                  <Option type="Map">
                    <Option type="QString" name="name" value=""/>
                    <Option name="properties"/>
                    <Option type="QString" name="type" value="collection"/>
                  </Option>
                </data_defined_properties>
                <layer class="SimpleFill" enabled="1" locked="0" pass="0">
                  <Option type="Map">
                    <Option type="QString" name="border_width_map_unit_scale" value="3x:0,0,0,0,0,0"/>
                    <Option type="QString" name="color" value="103,0,31,255"/>
                    <Option type="QString" name="joinstyle" value="round"/>
                    <Option type="QString" name="offset" value="0,0"/>
                    <Option type="QString" name="offset_map_unit_scale" value="3x:0,0,0,0,0,0"/>
                    <Option type="QString" name="offset_unit" value="MM"/>
                    <Option type="QString" name="outline_color" value="255,255,255,204"/>
                    <Option type="QString" name="outline_style" value="solid"/>
                    <Option type="QString" name="outline_width" value="0.2"/>
                    <Option type="QString" name="outline_width_unit" value="MM"/>
                    <Option type="QString" name="style" value="solid"/>
                  </Option>
                  <prop k="border_width_map_unit_scale" v="3x:0,0,0,0,0,0"/>
                  <prop k="color" v="103,0,31,255"/>
                  <prop k="joinstyle" v="round"/>
                  <prop k="offset" v="0,0"/>
                  <prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0"/>
                  <prop k="offset_unit" v="MM"/>
                  <prop k="outline_color" v="255,255,255,204"/>
                  <prop k="outline_style" v="solid"/>
                  <prop k="outline_width" v="0.2"/>
                  <prop k="outline_width_unit" v="MM"/>
                  <prop k="style" v="solid"/>
                  <data_defined_properties>
                    <Option type="Map">
                      <Option type="QString" name="name" value=""/>
                      <Option type="Map" name="properties">
                        <Option type="Map" name="outlineWidth">
                          <Option type="bool" name="active" value="true"/>
                          <Option type="QString" name="expression" value="clamp(0.15, coalesce(2 ^ max(0, coalesce(ceil(ln(8.0 / (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1))) / ln(2)), 0)) * (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1)), 10.0) / 10.0, 1.6) * 0.2"/>
                          <Option type="int" name="type" value="3"/>
                        </Option>
                      </Option>
                      <Option type="QString" name="type" value="collection"/>
                    </Option>
                  </data_defined_properties>
                </layer>
              </symbol>
            </layer>
          </symbol>
        </layer>
      </symbol>
      <symbol type="line" force_rhr="0" clip_to_extent="1" alpha="1" name="1">
        <data_defined_properties>
          <Option type="Map">
            <Option type="QString" name="name" value=""/>
            <Option name="properties"/>
            <Option type="QString" name="type" value="collection"/>
          </Option>
        </data_defined_properties>
        <layer class="GeometryGenerator" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="SymbolType" value="Line"/>
            <Option type="QString" name="geometryModifier" value="if(coalesce(attribute($currentfeature, if(@map_start_time IS NULL, 'level', 'level_in_period')) >= max(0, coalesce(ceil(ln(8.0 / (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1))) / ln(2)), 0)), true), affine_transform(translate($geometry, -x(centroid($geometry)), -y(centroid($geometry))), x(centroid($geometry)), y(centroid($geometry)), 0, 2 ^ max(0, coalesce(ceil(ln(8.0 / (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1))) / ln(2)), 0)), 2 ^ max(0, coalesce(ceil(ln(8.0 / (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1))) / ln(2)), 0))), NULL)"/>
            <Option type="QString" name="units" value="MapUnit"/>
          </Option>
          <prop k="SymbolType" v="Line"/>
          <prop k="geometryModifier" v="if(coalesce(attribute($currentfeature, if(@map_start_time IS NULL, 'level', 'level_in_period')) >= max(0, coalesce(ceil(ln(8.0 / (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1))) / ln(2)), 0)), true), affine_transform(translate($geometry, -x(centroid($geometry)), -y(centroid($geometry))), x(centroid($geometry)), y(centroid($geometry)), 0, 2 ^ max(0, coalesce(ceil(ln(8.0 / (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1))) / ln(2)), 0)), 2 ^ max(0, coalesce(ceil(ln(8.0 / (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1))) / ln(2)), 0))), NULL)"/>
          <prop k="units" v="MapUnit"/>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" name="name" value=""/>
              <Option name="properties"/>
              <Option type="QString" name="type" value="collection"/>
            </Option>
          </data_defined_properties>
          <symbol type="line" force_rhr="0" clip_to_extent="1" alpha="1" name="@1@0">
            <data_defined_properties>
              <Option type="Map">
                <Option type="QString" name="name" value=""/>
                <Option name="properties"/>
                <Option type="QString" name="type" value="collection"/>
              </Option>
            </data_defined_properties>
            <layer class="ArrowLine" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option type="QString" name="arrow_start_width" value="1"/>
                <Option type="QString" name="arrow_start_width_unit" value="MM"/>
                <Option type="QString" name="arrow_start_width_unit_scale" value="3x:0,0,0,0,0,0"/>
                <Option type="QString" name="arrow_type" value="0"/>
                <Option type="QString" name="arrow_width" value="1"/>
                <Option type="QString" name="arrow_width_unit" value="MM"/>
                <Option type="QString" name="arrow_width_unit_scale" value="3x:0,0,0,0,0,0"/>
                <Option type="QString" name="head_length" value="1.5"/>
                <Option type="QString" name="head_length_unit" value="MM"/>
                <Option type="QString" name="head_length_unit_scale" value="3x:0,0,0,0,0,0"/>
                <Option type="QString" name="head_thickness" value="1.5"/>
                <Option type="QString" name="head_thickness_unit" value="MM"/>
                <Option type="QString" name="head_thickness_unit_scale" value="3x:0,0,0,0,0,0"/>
                <Option type="QString" name="head_type" value="0"/>
                <Option type="QString" name="is_curved" value="0"/>
                <Option type="QString" name="is_repeated" value="1"/>
                <Option type="QString" name="offset" value="0"/>
                <Option type="QString" name="offset_unit" value="MM"/>
                <Option type="QString" name="offset_unit_scale" value="3x:0,0,0,0,0,0"/>
                <Option type="QString" name="ring_filter" value="0"/>
              </Option>
              <prop k="arrow_start_width" v="1"/>
              <prop k="arrow_start_width_unit" v="MM"/>
              <prop k="arrow_start_width_unit_scale" v="3x:0,0,0,0,0,0"/>
              <prop k="arrow_type" v="0"/>
              <prop k="arrow_width" v="1"/>
              <prop k="arrow_width_unit" v="MM"/>
              <prop k="arrow_width_unit_scale" v="3x:0,0,0,0,0,0"/>
              <prop k="head_length" v="1.5"/>
              <prop k="head_length_unit" v="MM"/>
              <prop k="head_length_unit_scale" v="3x:0,0,0,0,0,0"/>
              <prop k="head_thickness" v="1.5"/>
              <prop k="head_thickness_unit" v="MM"/>
              <prop k="head_thickness_unit_scale" v="3x:0,0,0,0,0,0"/>
              <prop k="head_type" v="0"/>
              <prop k="is_curved" v="0"/>
              <prop k="is_repeated" v="1"/>
              <prop k="offset" v="0"/>
              <prop k="offset_unit" v="MM"/>
              <prop k="offset_unit_scale" v="3x:0,0,0,0,0,0"/>
              <prop k="ring_filter" v="0"/>
              <data_defined_properties>
                <Option type="Map">
                  <Option type="QString" name="name" value=""/>
                  <Option type="Map" name="properties">
                    <Option type="Map" name="arrowHeadLength">
                      <Option type="bool" name="active" value="true"/>
                      <Option type="QString" name="expression" value="clamp(0.15, coalesce(2 ^ max(0, coalesce(ceil(ln(8.0 / (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1))) / ln(2)), 0)) * (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1)), 10.0) / 10.0, 1.6) * 1.65"/>
                      <Option type="int" name="type" value="3"/>
                    </Option>
                    <Option type="Map" name="arrowHeadThickness">
                      <Option type="bool" name="active" value="true"/>
                      <Option type="QString" name="expression" value="clamp(0.15, coalesce(2 ^ max(0, coalesce(ceil(ln(8.0 / (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1))) / ln(2)), 0)) * (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1)), 10.0) / 10.0, 1.6) * 1.05"/>
                      <Option type="int" name="type" value="3"/>
                    </Option>
                    <Option type="Map" name="arrowStartWidth">
                      <Option type="bool" name="active" value="true"/>
                      <Option type="QString" name="expression" value="clamp(0.15, coalesce(2 ^ max(0, coalesce(ceil(ln(8.0 / (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1))) / ln(2)), 0)) * (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1)), 10.0) / 10.0, 1.6) * 0.75"/>
                      <Option type="int" name="type" value="3"/>
                    </Option>
                    <Option type="Map" name="arrowWidth">
                      <Option type="bool" name="active" value="true"/>
                      <Option type="QString" name="expression" value="clamp(0.15, coalesce(2 ^ max(0, coalesce(ceil(ln(8.0 / (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1))) / ln(2)), 0)) * (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1)), 10.0) / 10.0, 1.6) * 0.75"/>
                      <Option type="int" name="type" value="3"/>
                    </Option>
                  </Option>
                  <Option type="QString" name="type" value="collection"/>
                </Option>
              </data_defined_properties>
              <symbol type="fill" force_rhr="0" clip_to_extent="1" alpha="1" name="@@1@0@0">
                <data_defined_properties>
                  <Option type="Map">
                    <Option type="QString" name="name" value=""/>
                    <Option name="properties"/>
                    <Option type="QString" name="type" value="collection"/>
                  </Option>
                </data_defined_properties>
                <layer class="SimpleFill" enabled="1" locked="0" pass="0">
                  <Option type="Map">
                    <Option type="QString" name="border_width_map_unit_scale" value="3x:0,0,0,0,0,0"/>
                    <Option type="QString" name="color" value="103,0,31,255"/>
                    <Option type="QString" name="joinstyle" value="round"/>
                    <Option type="QString" name="offset" value="0,0"/>
                    <Option type="QString" name="offset_map_unit_scale" value="3x:0,0,0,0,0,0"/>
                    <Option type="QString" name="offset_unit" value="MM"/>
                    <Option type="QString" name="outline_color" value="255,255,255,204"/>
                    <Option type="QString" name="outline_style" value="solid"/>
                    <Option type="QString" name="outline_width" value="0.2"/>
                    <Option type="QString" name="outline_width_unit" value="MM"/>
                    <Option type="QString" name="style" value="solid"/>
                  </Option>
                  <prop k="border_width_map_unit_scale" v="3x:0,0,0,0,0,0"/>
                  <prop k="color" v="103,0,31,255"/>
                  <prop k="joinstyle" v="round"/>
                  <prop k="offset" v="0,0"/>
                  <prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0"/>
                  <prop k="offset_unit" v="MM"/>
                  <prop k="outline_color" v="255,255,255,204"/>
                  <prop k="outline_style" v="solid"/>
                  <prop k="outline_width" v="0.2"/>
                  <prop k="outline_width_unit" v="MM"/>
                  <prop k="style" v="solid"/>
                  <data_defined_properties>
                    <Option type="Map">
                      <Option type="QString" name="name" value=""/>
                      <Option type="Map" name="properties">
                        <Option type="Map" name="outlineWidth">
                          <Option type="bool" name="active" value="true"/>
                          <Option type="QString" name="expression" value="clamp(0.15, coalesce(2 ^ max(0, coalesce(ceil(ln(8.0 / (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1))) / ln(2)), 0)) * (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1)), 10.0) / 10.0, 1.6) * 0.2"/>
                          <Option type="int" name="type" value="3"/>
                        </Option>
                      </Option>
                      <Option type="QString" name="type" value="collection"/>
                    </Option>
                  </data_defined_properties>
                </layer>
              </symbol>
            </layer>
          </symbol>
        </layer>
      </symbol>
      <symbol type="line" force_rhr="0" clip_to_extent="1" alpha="1" name="2">
        <data_defined_properties>
          <Option type="Map">
            <Option type="QString" name="name" value=""/>
            <Option name="properties"/>
            <Option type="QString" name="type" value="collection"/>
          </Option>
        </data_defined_properties>
        <layer class="GeometryGenerator" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="SymbolType" value="Line"/>
            <Option type="QString" name="geometryModifier" value="if(coalesce(attribute($currentfeature, if(@map_start_time IS NULL, 'level', 'level_in_period')) >= max(0, coalesce(ceil(ln(8.0 / (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1))) / ln(2)), 0)), true), affine_transform(translate($geometry, -x(centroid($geometry)), -y(centroid($geometry))), x(centroid($geometry)), y(centroid($geometry)), 0, 2 ^ max(0, coalesce(ceil(ln(8.0 / (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1))) / ln(2)), 0)), 2 ^ max(0, coalesce(ceil(ln(8.0 / (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1))) / ln(2)), 0))), NULL)"/>
            <Option type="QString" name="units" value="MapUnit"/>
          </Option>
          <prop k="SymbolType" v="Line"/>
          <prop k="geometryModifier" v="if(coalesce(attribute($currentfeature, if(@map_start_time IS NULL, 'level', 'level_in_period')) >= max(0, coalesce(ceil(ln(8.0 / (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1))) / ln(2)), 0)), true), affine_transform(translate($geometry, -x(centroid($geometry)), -y(centroid($geometry))), x(centroid($geometry)), y(centroid($geometry)), 0, 2 ^ max(0, coalesce(ceil(ln(8.0 / (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1))) / ln(2)), 0)), 2 ^ max(0, coalesce(ceil(ln(8.0 / (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1))) / ln(2)), 0))), NULL)"/>
          <prop k="units" v="MapUnit"/>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" name="name" value=""/>
              <Option name="properties"/>
              <Option type="QString" name="type" value="collection"/>
            </Option>
          </data_defined_properties>
          <symbol type="line" force_rhr="0" clip_to_extent="1" alpha="1" name="@2@0">
            <data_defined_properties>
              <Option type="Map">
                <Option type="QString" name="name" value=""/>
                <Option name="properties"/>
                <Option type="QString" name="type" value="collection"/>
              </Option>
            </data_defined_properties>
            <layer class="ArrowLine" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option type="QString" name="arrow_start_width" value="1"/>
                <Option type="QString" name="arrow_start_width_unit" value="MM"/>
                <Option type="QString" name="arrow_start_width_unit_scale" value="3x:0,0,0,0,0,0"/>
                <Option type="QString" name="arrow_type" value="0"/>
                <Option type="QString" name="arrow_width" value="1"/>
                <Option type="QString" name="arrow_width_unit" value="MM"/>
                <Option type="QString" name="arrow_width_unit_scale" value="3x:0,0,0,0,0,0"/>
                <Option type="QString" name="head_length" value="1.5"/>
                <Option type="QString" name="head_length_unit" value="MM"/>
                <Option type="QString" name="head_length_unit_scale" value="3x:0,0,0,0,0,0"/>
                <Option type="QString" name="head_thickness" value="1.5"/>
                <Option type="QString" name="head_thickness_unit" value="MM"/>
                <Option type="QString" name="head_thickness_unit_scale" value="3x:0,0,0,0,0,0"/>
                <Option type="QString" name="head_type" value="0"/>
                <Option type="QString" name="is_curved" value="0"/>
                <Option type="QString" name="is_repeated" value="1"/>
                <Option type="QString" name="offset" value="0"/>
                <Option type="QString" name="offset_unit" value="MM"/>
                <Option type="QString" name="offset_unit_scale" value="3x:0,0,0,0,0,0"/>
                <Option type="QString" name="ring_filter" value="0"/>
              </Option>
              <prop k="arrow_start_width" v="1"/>
              <prop k="arrow_start_width_unit" v="MM"/>
              <prop k="arrow_start_width_unit_scale" v="3x:0,0,0,0,0,0"/>
              <prop k="arrow_type" v="0"/>
              <prop k="arrow_width" v="1"/>
              <prop k="arrow_width_unit" v="MM"/>
              <prop k="arrow_width_unit_scale" v="3x:0,0,0,0,0,0"/>
              <prop k="head_length" v="1.5"/>
              <prop k="head_length_unit" v="MM"/>
              <prop k="head_length_unit_scale" v="3x:0,0,0,0,0,0"/>
              <prop k="head_thickness" v="1.5"/>
              <prop k="head_thickness_unit" v="MM"/>
              <prop k="head_thickness_unit_scale" v="3x:0,0,0,0,0,0"/>
              <prop k="head_type" v="0"/>
              <prop k="is_curved" v="0"/>
              <prop k="is_repeated" v="1"/>
              <prop k="offset" v="0"/>
              <prop k="offset_unit" v="MM"/>
              <prop k="offset_unit_scale" v="3x:0,0,0,0,0,0"/>
              <prop k="ring_filter" v="0"/>
              <data_defined_properties>
                <Option type="Map">
                  <Option type="QString" name="name" value=""/>
                  <Option type="Map" name="properties">
                    <Option type="Map" name="arrowHeadLength">
                      <Option type="bool" name="active" value="true"/>
                      <Option type="QString" name="expression" value="clamp(0.15, coalesce(2 ^ max(0, coalesce(ceil(ln(8.0 / (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1))) / ln(2)), 0)) * (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1)), 10.0) / 10.0, 1.6) * 2.64"/>
                      <Option type="int" name="type" value="3"/>
                    </Option>
                    <Option type="Map" name="arrowHeadThickness">
                      <Option type="bool" name="active" value="true"/>
                      <Option type="QString" name="expression" value="clamp(0.15, coalesce(2 ^ max(0, coalesce(ceil(ln(8.0 / (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1))) / ln(2)), 0)) * (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1)), 10.0) / 10.0, 1.6) * 1.68"/>
                      <Option type="int" name="type" value="3"/>
                    </Option>
                    <Option type="Map" name="arrowStartWidth">
                      <Option type="bool" name="active" value="true"/>
                      <Option type="QString" name="expression" value="clamp(0.15, coalesce(2 ^ max(0, coalesce(ceil(ln(8.0 / (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1))) / ln(2)), 0)) * (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1)), 10.0) / 10.0, 1.6) * 1.2"/>
                      <Option type="int" name="type" value="3"/>
                    </Option>
                    <Option type="Map" name="arrowWidth">
                      <Option type="bool" name="active" value="true"/>
                      <Option type="QString" name="expression" value="clamp(0.15, coalesce(2 ^ max(0, coalesce(ceil(ln(8.0 / (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1))) / ln(2)), 0)) * (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1)), 10.0) / 10.0, 1.6) * 1.2"/>
                      <Option type="int" name="type" value="3"/>
                    </Option>
                  </Option>
                  <Option type="QString" name="type" value="collection"/>
                </Option>
              </data_defined_properties>
              <symbol type="fill" force_rhr="0" clip_to_extent="1" alpha="1" name="@@2@0@0">
                <data_defined_properties>
                  <Option type="Map">
                    <Option type="QString" name="name" value=""/>
                    <Option name="properties"/>
                    <Option type="QString" name="type" value="collection"/>
                  </Option>
                </data_defined_properties>
                <layer class="SimpleFill" enabled="1" locked="0" pass="0">
                  <Option type="Map">
                    <Option type="QString" name="border_width_map_unit_scale" value="3x:0,0,0,0,0,0"/>
                    <Option type="QString" name="color" value="103,0,31,255"/>
                    <Option type="QString" name="joinstyle" value="round"/>
                    <Option type="QString" name="offset" value="0,0"/>
                    <Option type="QString" name="offset_map_unit_scale" value="3x:0,0,0,0,0,0"/>
                    <Option type="QString" name="offset_unit" value="MM"/>
                    <Option type="QString" name="outline_color" value="255,255,255,204"/>
                    <Option type="QString" name="outline_style" value="solid"/>
                    <Option type="QString" name="outline_width" value="0.2"/>
                    <Option type="QString" name="outline_width_unit" value="MM"/>
                    <Option type="QString" name="style" value="solid"/>
                  </Option>
                  <prop k="border_width_map_unit_scale" v="3x:0,0,0,0,0,0"/>
                  <prop k="color" v="103,0,31,255"/>
                  <prop k="joinstyle" v="round"/>
                  <prop k="offset" v="0,0"/>
                  <prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0"/>
                  <prop k="offset_unit" v="MM"/>
                  <prop k="outline_color" v="255,255,255,204"/>
                  <prop k="outline_style" v="solid"/>
                  <prop k="outline_width" v="0.2"/>
                  <prop k="outline_width_unit" v="MM"/>
                  <prop k="style" v="solid"/>
                  <data_defined_properties>
                    <Option type="Map">
                      <Option type="QString" name="name" value=""/>
                      <Option type="Map" name="properties">
                        <Option type="Map" name="outlineWidth">
                          <Option type="bool" name="active" value="true"/>
                          <Option type="QString" name="expression" value="clamp(0.15, coalesce(2 ^ max(0, coalesce(ceil(ln(8.0 / (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1))) / ln(2)), 0)) * (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1)), 10.0) / 10.0, 1.6) * 0.2"/>
                          <Option type="int" name="type" value="3"/>
                        </Option>
                      </Option>
                      <Option type="QString" name="type" value="collection"/>
                    </Option>
                  </data_defined_properties>
                </layer>
              </symbol>
            </layer>
          </symbol>
        </layer>
      </symbol>
      <symbol type="line" force_rhr="0" clip_to_extent="1" alpha="1" name="3">
        <data_defined_properties>
          <Option type="Map">
            <Option type="QString" name="name" value=""/>
            <Option name="properties"/>
            <Option type="QString" name="type" value="collection"/>
          </Option>
        </data_defined_properties>
        <layer class="GeometryGenerator" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="SymbolType" value="Line"/>
            <Option type="QString" name="geometryModifier" value="if(coalesce(attribute($currentfeature, if(@map_start_time IS NULL, 'level', 'level_in_period')) >= max(0, coalesce(ceil(ln(8.0 / (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1))) / ln(2)), 0)), true), affine_transform(translate($geometry, -x(centroid($geometry)), -y(centroid($geometry))), x(centroid($geometry)), y(centroid($geometry)), 0, 2 ^ max(0, coalesce(ceil(ln(8.0 / (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1))) / ln(2)), 0)), 2 ^ max(0, coalesce(ceil(ln(8.0 / (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1))) / ln(2)), 0))), NULL)"/>
            <Option type="QString" name="units" value="MapUnit"/>
          </Option>
          <prop k="SymbolType" v="Line"/>
          <prop k="geometryModifier" v="if(coalesce(attribute($currentfeature, if(@map_start_time IS NULL, 'level', 'level_in_period')) >= max(0, coalesce(ceil(ln(8.0 / (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1))) / ln(2)), 0)), true), affine_transform(translate($geometry, -x(centroid($geometry)), -y(centroid($geometry))), x(centroid($geometry)), y(centroid($geometry)), 0, 2 ^ max(0, coalesce(ceil(ln(8.0 / (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1))) / ln(2)), 0)), 2 ^ max(0, coalesce(ceil(ln(8.0 / (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1))) / ln(2)), 0))), NULL)"/>
          <prop k="units" v="MapUnit"/>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" name="name" value=""/>
              <Option name="properties"/>
              <Option type="QString" name="type" value="collection"/>
            </Option>
          </data_defined_properties>
          <symbol type="line" force_rhr="0" clip_to_extent="1" alpha="1" name="@3@0">
            <data_defined_properties>
              <Option type="Map">
                <Option type="QString" name="name" value=""/>
                <Option name="properties"/>
                <Option type="QString" name="type" value="collection"/>
              </Option>
            </data_defined_properties>
            <layer class="ArrowLine" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option type="QString" name="arrow_start_width" value="1"/>
                <Option type="QString" name="arrow_start_width_unit" value="MM"/>
                <Option type="QString" name="arrow_start_width_unit_scale" value="3x:0,0,0,0,0,0"/>
                <Option type="QString" name="arrow_type" value="0"/>
                <Option type="QString" name="arrow_width" value="1"/>
                <Option type="QString" name="arrow_width_unit" value="MM"/>
                <Option type="QString" name="arrow_width_unit_scale" value="3x:0,0,0,0,0,0"/>
                <Option type="QString" name="head_length" value="1.5"/>
                <Option type="QString" name="head_length_unit" value="MM"/>
                <Option type="QString" name="head_length_unit_scale" value="3x:0,0,0,0,0,0"/>
                <Option type="QString" name="head_thickness" value="1.5"/>
                <Option type="QString" name="head_thickness_unit" value="MM"/>
                <Option type="QString" name="head_thickness_unit_scale" value="3x:0,0,0,0,0,0"/>
                <Option type="QString" name="head_type" value="0"/>
                <Option type="QString" name="is_curved" value="0"/>
                <Option type="QString" name="is_repeated" value="1"/>
                <Option type="QString" name="offset" value="0"/>
                <Option type="QString" name="offset_unit" value="MM"/>
                <Option type="QString" name="offset_unit_scale" value="3x:0,0,0,0,0,0"/>
                <Option type="QString" name="ring_filter" value="0"/>
              </Option>
              <prop k="arrow_start_width" v="1"/>
              <prop k="arrow_start_width_unit" v="MM"/>
              <prop k="arrow_start_width_unit_scale" v="3x:0,0,0,0,0,0"/>
              <prop k="arrow_type" v="0"/>
              <prop k="arrow_width" v="1"/>
              <prop k="arrow_width_unit" v="MM"/>
              <prop k="arrow_width_unit_scale" v="3x:0,0,0,0,0,0"/>
              <prop k="head_length" v="1.5"/>
              <prop k="head_length_unit" v="MM"/>
              <prop k="head_length_unit_scale" v="3x:0,0,0,0,0,0"/>
              <prop k="head_thickness" v="1.5"/>
              <prop k="head_thickness_unit" v="MM"/>
              <prop k="head_thickness_unit_scale" v="3x:0,0,0,0,0,0"/>
              <prop k="head_type" v="0"/>
              <prop k="is_curved" v="0"/>
              <prop k="is_repeated" v="1"/>
              <prop k="offset" v="0"/>
              <prop k="offset_unit" v="MM"/>
              <prop k="offset_unit_scale" v="3x:0,0,0,0,0,0"/>
              <prop k="ring_filter" v="0"/>
              <data_defined_properties>
                <Option type="Map">
                  <Option type="QString" name="name" value=""/>
                  <Option type="Map" name="properties">
                    <Option type="Map" name="arrowHeadLength">
                      <Option type="bool" name="active" value="true"/>
                      <Option type="QString" name="expression" value="clamp(0.15, coalesce(2 ^ max(0, coalesce(ceil(ln(8.0 / (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1))) / ln(2)), 0)) * (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1)), 10.0) / 10.0, 1.6) * 0.99"/>
                      <Option type="int" name="type" value="3"/>
                    </Option>
                    <Option type="Map" name="arrowHeadThickness">
                      <Option type="bool" name="active" value="true"/>
                      <Option type="QString" name="expression" value="clamp(0.15, coalesce(2 ^ max(0, coalesce(ceil(ln(8.0 / (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1))) / ln(2)), 0)) * (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1)), 10.0) / 10.0, 1.6) * 0.63"/>
                      <Option type="int" name="type" value="3"/>
                    </Option>
                    <Option type="Map" name="arrowStartWidth">
                      <Option type="bool" name="active" value="true"/>
                      <Option type="QString" name="expression" value="clamp(0.15, coalesce(2 ^ max(0, coalesce(ceil(ln(8.0 / (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1))) / ln(2)), 0)) * (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1)), 10.0) / 10.0, 1.6) * 0.45"/>
                      <Option type="int" name="type" value="3"/>
                    </Option>
                    <Option type="Map" name="arrowWidth">
                      <Option type="bool" name="active" value="true"/>
                      <Option type="QString" name="expression" value="clamp(0.15, coalesce(2 ^ max(0, coalesce(ceil(ln(8.0 / (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1))) / ln(2)), 0)) * (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1)), 10.0) / 10.0, 1.6) * 0.45"/>
                      <Option type="int" name="type" value="3"/>
                    </Option>
                  </Option>
                  <Option type="QString" name="type" value="collection"/>
                </Option>
              </data_defined_properties>
              <symbol type="fill" force_rhr="0" clip_to_extent="1" alpha="1" name="@@3@0@0">
                <data_defined_properties>
                  <Option type="Map">
                    <Option type="QString" name="name" value=""/>
                    <Option name="properties"/>
                    <Option type="QString" name="type" value="collection"/>
                  </Option>
                </data_defined_properties>
                <layer class="SimpleFill" enabled="1" locked="0" pass="0">
                  <Option type="Map">
                    <Option type="QString" name="border_width_map_unit_scale" value="3x:0,0,0,0,0,0"/>
                    <Option type="QString" name="color" value="5,48,97,255"/>
                    <Option type="QString" name="joinstyle" value="round"/>
                    <Option type="QString" name="offset" value="0,0"/>
                    <Option type="QString" name="offset_map_unit_scale" value="3x:0,0,0,0,0,0"/>
                    <Option type="QString" name="offset_unit" value="MM"/>
                    <Option type="QString" name="outline_color" value="255,255,255,204"/>
                    <Option type="QString" name="outline_style" value="solid"/>
                    <Option type="QString" name="outline_width" value="0.2"/>
                    <Option type="QString" name="outline_width_unit" value="MM"/>
                    <Option type="QString" name="style" value="solid"/>
                  </Option>
                  <prop k="border_width_map_unit_scale" v="3x:0,0,0,0,0,0"/>
                  <prop k="color" v="5,48,97,255"/>
                  <prop k="joinstyle" v="round"/>
                  <prop k="offset" v="0,0"/>
                  <prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0"/>
                  <prop k="offset_unit" v="MM"/>
                  <prop k="outline_color" v="255,255,255,204"/>
                  <prop k="outline_style" v="solid"/>
                  <prop k="outline_width" v="0.2"/>
                  <prop k="outline_width_unit" v="MM"/>
                  <prop k="style" v="solid"/>
                  <data_defined_properties>
                    <Option type="Map">
                      <Option type="QString" name="name" value=""/>
                      <Option type="Map" name="properties">
                        <Option type="Map" name="outlineWidth">
                          <Option type="bool" name="active" value="true"/>
                          <Option type="QString" name="expression" value="clamp(0.15, coalesce(2 ^ max(0, coalesce(ceil(ln(8.0 / (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1))) / ln(2)), 0)) * (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1)), 10.0) / 10.0, 1.6) * 0.2"/>
                          <Option type="int" name="type" value="3"/>
                        </Option>
                      </Option>
                      <Option type="QString" name="type" value="collection"/>
                    </Option>
                  </data_defined_properties>
                </layer>
              </symbol>
            </layer>
          </symbol>
        </layer>
      </symbol>
      <symbol type="line" force_rhr="0" clip_to_extent="1" alpha="1" name="4">
        <data_defined_properties>
          <Option type="Map">
            <Option type="QString" name="name" value=""/>
            <Option name="properties"/>
            <Option type="QString" name="type" value="collection"/>
          </Option>
        </data_defined_properties>
        <layer class="GeometryGenerator" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="SymbolType" value="Line"/>
            <Option type="QString" name="geometryModifier" value="if(coalesce(attribute($currentfeature, if(@map_start_time IS NULL, 'level', 'level_in_period')) >= max(0, coalesce(ceil(ln(8.0 / (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1))) / ln(2)), 0)), true), affine_transform(translate($geometry, -x(centroid($geometry)), -y(centroid($geometry))), x(centroid($geometry)), y(centroid($geometry)), 0, 2 ^ max(0, coalesce(ceil(ln(8.0 / (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1))) / ln(2)), 0)), 2 ^ max(0, coalesce(ceil(ln(8.0 / (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1))) / ln(2)), 0))), NULL)"/>
            <Option type="QString" name="units" value="MapUnit"/>
          </Option>
          <prop k="SymbolType" v="Line"/>
          <prop k="geometryModifier" v="if(coalesce(attribute($currentfeature, if(@map_start_time IS NULL, 'level', 'level_in_period')) >= max(0, coalesce(ceil(ln(8.0 / (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1))) / ln(2)), 0)), true), affine_transform(translate($geometry, -x(centroid($geometry)), -y(centroid($geometry))), x(centroid($geometry)), y(centroid($geometry)), 0, 2 ^ max(0, coalesce(ceil(ln(8.0 / (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1))) / ln(2)), 0)), 2 ^ max(0, coalesce(ceil(ln(8.0 / (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1))) / ln(2)), 0))), NULL)"/>
          <prop k="units" v="MapUnit"/>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" name="name" value=""/>
              <Option name="properties"/>
              <Option type="QString" name="type" value="collection"/>
            </Option>
          </data_defined_properties>
          <symbol type="line" force_rhr="0" clip_to_extent="1" alpha="1" name="@4@0">
            <data_defined_properties>
              <Option type="Map">
                <Option type="QString" name="name" value=""/>
                <Option name="properties"/>
                <Option type="QString" name="type" value="collection"/>
              </Option>
            </data_defined_properties>
            <layer class="ArrowLine" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option type="QString" name="arrow_start_width" value="1"/>
                <Option type="QString" name="arrow_start_width_unit" value="MM"/>
                <Option type="QString" name="arrow_start_width_unit_scale" value="3x:0,0,0,0,0,0"/>
                <Option type="QString" name="arrow_type" value="0"/>
                <Option type="QString" name="arrow_width" value="1"/>
                <Option type="QString" name="arrow_width_unit" value="MM"/>
                <Option type="QString" name="arrow_width_unit_scale" value="3x:0,0,0,0,0,0"/>
                <Option type="QString" name="head_length" value="1.5"/>
                <Option type="QString" name="head_length_unit" value="MM"/>
                <Option type="QString" name="head_length_unit_scale" value="3x:0,0,0,0,0,0"/>
                <Option type="QString" name="head_thickness" value="1.5"/>
                <Option type="QString" name="head_thickness_unit" value="MM"/>
                <Option type="QString" name="head_thickness_unit_scale" value="3x:0,0,0,0,0,0"/>
                <Option type="QString" name="head_type" value="0"/>
                <Option type="QString" name="is_curved" value="0"/>
                <Option type="QString" name="is_repeated" value="1"/>
                <Option type="QString" name="offset" value="0"/>
                <Option type="QString" name="offset_unit" value="MM"/>
                <Option type="QString" name="offset_unit_scale" value="3x:0,0,0,0,0,0"/>
                <Option type="QString" name="ring_filter" value="0"/>
              </Option>
              <prop k="arrow_start_width" v="1"/>
              <prop k="arrow_start_width_unit" v="MM"/>
              <prop k="arrow_start_width_unit_scale" v="3x:0,0,0,0,0,0"/>
              <prop k="arrow_type" v="0"/>
              <prop k="arrow_width" v="1"/>
              <prop k="arrow_width_unit" v="MM"/>
              <prop k="arrow_width_unit_scale" v="3x:0,0,0,0,0,0"/>
              <prop k="head_length" v="1.5"/>
              <prop k="head_length_unit" v="MM"/>
              <prop k="head_length_unit_scale" v="3x:0,0,0,0,0,0"/>
              <prop k="head_thickness" v="1.5"/>
              <prop k="head_thickness_unit" v="MM"/>
              <prop k="head_thickness_unit_scale" v="3x:0,0,0,0,0,0"/>
              <prop k="head_type" v="0"/>
              <prop k="is_curved" v="0"/>
              <prop k="is_repeated" v="1"/>
              <prop k="offset" v="0"/>
              <prop k="offset_unit" v="MM"/>
              <prop k="offset_unit_scale" v="3x:0,0,0,0,0,0"/>
              <prop k="ring_filter" v="0"/>
              <data_defined_properties>
                <Option type="Map">
                  <Option type="QString" name="name" value=""/>
                  <Option type="Map" name="properties">
                    <Option type="Map" name="arrowHeadLength">
                      <Option type="bool" name="active" value="true"/>
                      <Option type="QString" name="expression" value="clamp(0.15, coalesce(2 ^ max(0, coalesce(ceil(ln(8.0 / (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1))) / ln(2)), 0)) * (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1)), 10.0) / 10.0, 1.6) * 1.65"/>
                      <Option type="int" name="type" value="3"/>
                    </Option>
                    <Option type="Map" name="arrowHeadThickness">
                      <Option type="bool" name="active" value="true"/>
                      <Option type="QString" name="expression" value="clamp(0.15, coalesce(2 ^ max(0, coalesce(ceil(ln(8.0 / (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1))) / ln(2)), 0)) * (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1)), 10.0) / 10.0, 1.6) * 1.05"/>
                      <Option type="int" name="type" value="3"/>
                    </Option>
                    <Option type="Map" name="arrowStartWidth">
                      <Option type="bool" name="active" value="true"/>
                      <Option type="QString" name="expression" value="clamp(0.15, coalesce(2 ^ max(0, coalesce(ceil(ln(8.0 / (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1))) / ln(2)), 0)) * (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1)), 10.0) / 10.0, 1.6) * 0.75"/>
                      <Option type="int" name="type" value="3"/>
                    </Option>
                    <Option type="Map" name="arrowWidth">
                      <Option type="bool" name="active" value="true"/>
                      <Option type="QString" name="expression" value="clamp(0.15, coalesce(2 ^ max(0, coalesce(ceil(ln(8.0 / (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1))) / ln(2)), 0)) * (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1)), 10.0) / 10.0, 1.6) * 0.75"/>
                      <Option type="int" name="type" value="3"/>
                    </Option>
                  </Option>
                  <Option type="QString" name="type" value="collection"/>
                </Option>
              </data_defined_properties>
              <symbol type="fill" force_rhr="0" clip_to_extent="1" alpha="1" name="@@4@0@0">
                <data_defined_properties>
                  <Option type="Map">
                    <Option type="QString" name="name" value=""/>
                    <Option name="properties"/>
                    <Option type="QString" name="type" value="collection"/>
                  </Option>
                </data_defined_properties>
                <layer class="SimpleFill" enabled="1" locked="0" pass="0">
                  <Option type="Map">
                    <Option type="QString" name="border_width_map_unit_scale" value="3x:0,0,0,0,0,0"/>
                    <Option type="QString" name="color" value="5,48,97,255"/>
                    <Option type="QString" name="joinstyle" value="round"/>
                    <Option type="QString" name="offset" value="0,0"/>
                    <Option type="QString" name="offset_map_unit_scale" value="3x:0,0,0,0,0,0"/>
                    <Option type="QString" name="offset_unit" value="MM"/>
                    <Option type="QString" name="outline_color" value="255,255,255,204"/>
                    <Option type="QString" name="outline_style" value="solid"/>
                    <Option type="QString" name="outline_width" value="0.2"/>
                    <Option type="QString" name="outline_width_unit" value="MM"/>
                    <Option type="QString" name="style" value="solid"/>
                  </Option>
                  <prop k="border_width_map_unit_scale" v="3x:0,0,0,0,0,0"/>
                  <prop k="color" v="5,48,97,255"/>
                  <prop k="joinstyle" v="round"/>
                  <prop k="offset" v="0,0"/>
                  <prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0"/>
                  <prop k="offset_unit" v="MM"/>
                  <prop k="outline_color" v="255,255,255,204"/>
                  <prop k="outline_style" v="solid"/>
                  <prop k="outline_width" v="0.2"/>
                  <prop k="outline_width_unit" v="MM"/>
                  <prop k="style" v="solid"/>
                  <data_defined_properties>
                    <Option type="Map">
                      <Option type="QString" name="name" value=""/>
                      <Option type="Map" name="properties">
                        <Option type="Map" name="outlineWidth">
                          <Option type="bool" name="active" value="true"/>
                          <Option type="QString" name="expression" value="clamp(0.15, coalesce(2 ^ max(0, coalesce(ceil(ln(8.0 / (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1))) / ln(2)), 0)) * (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1)), 10.0) / 10.0, 1.6) * 0.2"/>
                          <Option type="int" name="type" value="3"/>
                        </Option>
                      </Option>
                      <Option type="QString" name="type" value="collection"/>
                    </Option>
                  </data_defined_properties>
                </layer>
              </symbol>
            </layer>
          </symbol>
        </layer>
      </symbol>
      <symbol type="line" force_rhr="0" clip_to_extent="1" alpha="1" name="5">
        <data_defined_properties>
          <Option type="Map">
            <Option type="QString" name="name" value=""/>
            <Option name="properties"/>
            <Option type="QString" name="type" value="collection"/>
          </Option>
        </data_defined_properties>
        <layer class="GeometryGenerator" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="SymbolType" value="Line"/>
            <Option type="QString" name="geometryModifier" value="if(coalesce(attribute($currentfeature, if(@map_start_time IS NULL, 'level', 'level_in_period')) >= max(0, coalesce(ceil(ln(8.0 / (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1))) / ln(2)), 0)), true), affine_transform(translate($geometry, -x(centroid($geometry)), -y(centroid($geometry))), x(centroid($geometry)), y(centroid($geometry)), 0, 2 ^ max(0, coalesce(ceil(ln(8.0 / (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1))) / ln(2)), 0)), 2 ^ max(0, coalesce(ceil(ln(8.0 / (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1))) / ln(2)), 0))), NULL)"/>
            <Option type="QString" name="units" value="MapUnit"/>
          </Option>
          <prop k="SymbolType" v="Line"/>
          <prop k="geometryModifier" v="if(coalesce(attribute($currentfeature, if(@map_start_time IS NULL, 'level', 'level_in_period')) >= max(0, coalesce(ceil(ln(8.0 / (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1))) / ln(2)), 0)), true), affine_transform(translate($geometry, -x(centroid($geometry)), -y(centroid($geometry))), x(centroid($geometry)), y(centroid($geometry)), 0, 2 ^ max(0, coalesce(ceil(ln(8.0 / (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1))) / ln(2)), 0)), 2 ^ max(0, coalesce(ceil(ln(8.0 / (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1))) / ln(2)), 0))), NULL)"/>
          <prop k="units" v="MapUnit"/>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" name="name" value=""/>
              <Option name="properties"/>
              <Option type="QString" name="type" value="collection"/>
            </Option>
          </data_defined_properties>
          <symbol type="line" force_rhr="0" clip_to_extent="1" alpha="1" name="@5@0">
            <data_defined_properties>
              <Option type="Map">
                <Option type="QString" name="name" value=""/>
                <Option name="properties"/>
                <Option type="QString" name="type" value="collection"/>
              </Option>
            </data_defined_properties>
            <layer class="ArrowLine" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option type="QString" name="arrow_start_width" value="1"/>
                <Option type="QString" name="arrow_start_width_unit" value="MM"/>
                <Option type="QString" name="arrow_start_width_unit_scale" value="3x:0,0,0,0,0,0"/>
                <Option type="QString" name="arrow_type" value="0"/>
                <Option type="QString" name="arrow_width" value="1"/>
                <Option type="QString" name="arrow_width_unit" value="MM"/>
                <Option type="QString" name="arrow_width_unit_scale" value="3x:0,0,0,0,0,0"/>
                <Option type="QString" name="head_length" value="1.5"/>
                <Option type="QString" name="head_length_unit" value="MM"/>
                <Option type="QString" name="head_length_unit_scale" value="3x:0,0,0,0,0,0"/>
                <Option type="QString" name="head_thickness" value="1.5"/>
                <Option type="QString" name="head_thickness_unit" value="MM"/>
                <Option type="QString" name="head_thickness_unit_scale" value="3x:0,0,0,0,0,0"/>
                <Option type="QString" name="head_type" value="0"/>
                <Option type="QString" name="is_curved" value="0"/>
                <Option type="QString" name="is_repeated" value="1"/>
                <Option type="QString" name="offset" value="0"/>
                <Option type="QString" name="offset_unit" value="MM"/>
                <Option type="QString" name="offset_unit_scale" value="3x:0,0,0,0,0,0"/>
                <Option type="QString" name="ring_filter" value="0"/>
              </Option>
              <prop k="arrow_start_width" v="1"/>
              <prop k="arrow_start_width_unit" v="MM"/>
              <prop k="arrow_start_width_unit_scale" v="3x:0,0,0,0,0,0"/>
              <prop k="arrow_type" v="0"/>
              <prop k="arrow_width" v="1"/>
              <prop k="arrow_width_unit" v="MM"/>
              <prop k="arrow_width_unit_scale" v="3x:0,0,0,0,0,0"/>
              <prop k="head_length" v="1.5"/>
              <prop k="head_length_unit" v="MM"/>
              <prop k="head_length_unit_scale" v="3x:0,0,0,0,0,0"/>
              <prop k="head_thickness" v="1.5"/>
              <prop k="head_thickness_unit" v="MM"/>
              <prop k="head_thickness_unit_scale" v="3x:0,0,0,0,0,0"/>
              <prop k="head_type" v="0"/>
              <prop k="is_curved" v="0"/>
              <prop k="is_repeated" v="1"/>
              <prop k="offset" v="0"/>
              <prop k="offset_unit" v="MM"/>
              <prop k="offset_unit_scale" v="3x:0,0,0,0,0,0"/>
              <prop k="ring_filter" v="0"/>
              <data_defined_properties>
                <Option type="Map">
                  <Option type="QString" name="name" value=""/>
                  <Option type="Map" name="properties">
                    <Option type="Map" name="arrowHeadLength">
                      <Option type="bool" name="active" value="true"/>
                      <Option type="QString" name="expression" value="clamp(0.15, coalesce(2 ^ max(0, coalesce(ceil(ln(8.0 / (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1))) / ln(2)), 0)) * (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1)), 10.0) / 10.0, 1.6) * 2.64"/>
                      <Option type="int" name="type" value="3"/>
                    </Option>
                    <Option type="Map" name="arrowHeadThickness">
                      <Option type="bool" name="active" value="true"/>
                      <Option type="QString" name="expression" value="clamp(0.15, coalesce(2 ^ max(0, coalesce(ceil(ln(8.0 / (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1))) / ln(2)), 0)) * (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1)), 10.0) / 10.0, 1.6) * 1.68"/>
                      <Option type="int" name="type" value="3"/>
                    </Option>
                    <Option type="Map" name="arrowStartWidth">
                      <Option type="bool" name="active" value="true"/>
                      <Option type="QString" name="expression" value="clamp(0.15, coalesce(2 ^ max(0, coalesce(ceil(ln(8.0 / (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1))) / ln(2)), 0)) * (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1)), 10.0) / 10.0, 1.6) * 1.2"/>
                      <Option type="int" name="type" value="3"/>
                    </Option>
                    <Option type="Map" name="arrowWidth">
                      <Option type="bool" name="active" value="true"/>
                      <Option type="QString" name="expression" value="clamp(0.15, coalesce(2 ^ max(0, coalesce(ceil(ln(8.0 / (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1))) / ln(2)), 0)) * (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1)), 10.0) / 10.0, 1.6) * 1.2"/>
                      <Option type="int" name="type" value="3"/>
                    </Option>
                  </Option>
                  <Option type="QString" name="type" value="collection"/>
                </Option>
              </data_defined_properties>
              <symbol type="fill" force_rhr="0" clip_to_extent="1" alpha="1" name="@@5@0@0">
                <data_defined_properties>
                  <Option type="Map">
                    <Option type="QString" name="name" value=""/>
                    <Option name="properties"/>
                    <Option type="QString" name="type" value="collection"/>
                  </Option>
                </data_defined_properties>
                <layer class="SimpleFill" enabled="1" locked="0" pass="0">
                  <Option type="Map">
                    <Option type="QString" name="border_width_map_unit_scale" value="3x:0,0,0,0,0,0"/>
                    <Option type="QString" name="color" value="5,48,97,255"/>
                    <Option type="QString" name="joinstyle" value="round"/>
                    <Option type="QString" name="offset" value="0,0"/>
                    <Option type="QString" name="offset_map_unit_scale" value="3x:0,0,0,0,0,0"/>
                    <Option type="QString" name="offset_unit" value="MM"/>
                    <Option type="QString" name="outline_color" value="255,255,255,204"/>
                    <Option type="QString" name="outline_style" value="solid"/>
                    <Option type="QString" name="outline_width" value="0.2"/>
                    <Option type="QString" name="outline_width_unit" value="MM"/>
                    <Option type="QString" name="style" value="solid"/>
                  </Option>
                  <prop k="border_width_map_unit_scale" v="3x:0,0,0,0,0,0"/>
                  <prop k="color" v="5,48,97,255"/>
                  <prop k="joinstyle" v="round"/>
                  <prop k="offset" v="0,0"/>
                  <prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0"/>
                  <prop k="offset_unit" v="MM"/>
                  <prop k="outline_color" v="255,255,255,204"/>
                  <prop k="outline_style" v="solid"/>
                  <prop k="outline_width" v="0.2"/>
                  <prop k="outline_width_unit" v="MM"/>
                  <prop k="style" v="solid"/>
                  <data_defined_properties>
                    <Option type="Map">
                      <Option type="QString" name="name" value=""/>
                      <Option type="Map" name="properties">
                        <Option type="Map" name="outlineWidth">
                          <Option type="bool" name="active" value="true"/>
                          <Option type="QString" name="expression" value="clamp(0.15, coalesce(2 ^ max(0, coalesce(ceil(ln(8.0 / (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1))) / ln(2)), 0)) * (attribute($currentfeature, 'spacing_m') * 1000 / coalesce(@map_scale, 1)), 10.0) / 10.0, 1.6) * 0.2"/>
                          <Option type="int" name="type" value="3"/>
                        </Option>
                      </Option>
                      <Option type="QString" name="type" value="collection"/>
                    </Option>
                  </data_defined_properties>
                </layer>
              </symbol>
            </layer>
          </symbol>
        </layer>
      </symbol>
    </symbols>
    <rotation/>
    <sizescale/>
  </renderer-v2>
  <blendMode>0</blendMode>
  <featureBlendMode>0</featureBlendMode>
  <layerGeometryType>1</layerGeometryType>
</qgis>
