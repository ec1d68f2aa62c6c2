namespace TechPlan.Functions.Tests.Forms.Word;

/// <summary>Short ways to write WordprocessingML.</summary>
internal static class Xml
{
    public static string P(params string[] inside) => $"<w:p>{string.Concat(inside)}</w:p>";

    public static string R(string text, string style = "") => $"""<w:r><w:rPr>{style}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>""";

    public static string Tbl(params string[] rows) => $"<w:tbl><w:tblPr/><w:tblGrid/>{string.Concat(rows)}</w:tbl>";

    public static string Tr(params string[] cells) => $"<w:tr>{string.Concat(cells)}</w:tr>";

    public static string Tc(string inside, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>";

    public static string Begin(string data = "") => $"""<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r>""";

    public static string Instruction(string text) => $"""<w:r><w:instrText xml:space="preserve">{text}</w:instrText></w:r>""";

    public static string Separate => """<w:r><w:fldChar w:fldCharType="separate"/></w:r>""";

    public static string End => """<w:r><w:fldChar w:fldCharType="end"/></w:r>""";

    public static string TextField(string name, params string[] shown) =>
        Begin($"""<w:ffData><w:name w:val="{name}"/><w:enabled/><w:textInput/></w:ffData>""") + Instruction(" FORMTEXT ") + Separate + string.Concat(shown) + End;

    public static string CheckField(string name, string state) =>
        Begin($"""<w:ffData><w:name w:val="{name}"/><w:checkBox><w:sizeAuto/>{state}</w:checkBox></w:ffData>""") + Instruction(" FORMCHECKBOX ") + End;

    public static string DropDownField(string state, params string[] entries) =>
        Begin($"""<w:ffData><w:name w:val="Dropdown1"/><w:ddList>{state}{string.Concat(entries.Select(entry => $"<w:listEntry w:val=\"{entry}\"/>"))}</w:ddList></w:ffData>""")
        + Instruction(" FORMDROPDOWN ") + End;

    public static string Sdt(string properties, string content) => $"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>";

    public static string Tag(string tag) => $"""<w:tag w:val="{tag}"/>""";

    public static string Alias(string alias) => $"""<w:alias w:val="{alias}"/>""";
}
