<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<!-- What Qt's own qtbase_ja.qm leaves in English; written by hand, compiled by packaging/translations.py. -->
<TS version="2.1" language="ja" sourcelanguage="en">
    <context>
        <name>QFileDialog</name>
        <message>
            <source>&amp;Look in:</source>
            <translation>場所(&amp;L):</translation>
        </message>
        <message>
            <source>Files of &amp;type:</source>
            <translation>ファイルの種類(&amp;T):</translation>
        </message>
    </context>
    <context>
        <name>QPrintSettingsOutput</name>
        <message>
            <source>Double Sided Printing</source>
            <translation>両面印刷</translation>
        </message>
        <message>
            <source>Page &amp;Set:</source>
            <translation>ページの組(&amp;S):</translation>
        </message>
        <message>
            <source>Specify pages or ranges separated by commas. Ranges are specified by two numbers separated by a hyphen. E.g: 3,5-7,9 prints pages 3, 5, 6, 7 and 9.</source>
            <translation>ページまたは範囲を、コンマで区切って書きます。範囲は2つの数字をハイフンでつなぎます。例：3,5-7,9 は、3、5、6、7、9ページを印刷します。</translation>
        </message>
        <message>
            <source>Long side binding</source>
            <translation>長辺とじ</translation>
        </message>
        <message>
            <source>Short side binding</source>
            <translation>短辺とじ</translation>
        </message>
        <message>
            <source>Off</source>
            <translation>しない</translation>
        </message>
        <message>
            <source>Pages</source>
            <translation>ページ</translation>
        </message>
    </context>
</TS>
