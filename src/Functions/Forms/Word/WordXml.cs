using System.Xml.Linq;

namespace TechPlan.Functions.Forms.Word;

/// <summary>
/// The names of WordprocessingML. The standard's two editions, transitional and strict, have the same names in different namespaces;
/// here they are one.
/// </summary>
internal static class WordXml
{
    private const string Transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    private const string Word2010 = "http://schemas.microsoft.com/office/word/2010/wordml";
    private const string Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    /// <summary>What a <c>switch</c> goes by: <c>p</c>, <c>mc:Choice</c>, <c>w14:checkbox</c>; empty for a name that is none of Word's.</summary>
    internal static string WordName(this XElement element) => element.Name.NamespaceName switch
    {
        Transitional or Strict => element.Name.LocalName,
        Word2010 => "w14:" + element.Name.LocalName,
        Compatibility => "mc:" + element.Name.LocalName,
        _ => "",
    };

    internal static XElement? Child(this XElement element, string name) => element.Elements().FirstOrDefault(child => child.WordName() == name);

    internal static bool Has(this XElement? element, string name) => element?.Child(name) is not null;

    /// <summary>The value that most of Word's properties are: <c>w:val</c>.</summary>
    internal static string? Val(this XElement? element) => element?.Word("val");

    /// <summary>An attribute, in whichever of Word's namespaces.</summary>
    internal static string? Word(this XElement element, string name) => element.Attributes()
        .FirstOrDefault(attribute => attribute.Name.LocalName == name && attribute.Name.NamespaceName is Transitional or Strict or Word2010 or "")?.Value;

    /// <summary>A property that is on when it is there, unless it says otherwise; null when it is not there.</summary>
    internal static bool? Switch(this XElement? element) => element is null ? null : element.Val() is not ("0" or "false" or "off");

    /// <summary>The same text twice, for newer and for older programs: the newer one, or the older where there is no newer.</summary>
    internal static XElement? Alternative(this XElement alternateContent) => alternateContent.Child("mc:Choice") ?? alternateContent.Child("mc:Fallback");
}
