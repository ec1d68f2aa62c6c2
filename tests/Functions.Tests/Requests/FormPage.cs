using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using TechPlan.Functions.Tests.Web.Desks;

namespace TechPlan.Functions.Tests.Requests;

/// <summary>The request's page as a browser has it, with what would be posted.</summary>
internal sealed class FormPage
{
    private readonly IHtmlDocument _document;

    private FormPage(IHtmlDocument document) => _document = document;

    internal string Text => _document.Body!.TextContent;

    /// <summary>The messages at the top, by the field that they lead to.</summary>
    internal IReadOnlyDictionary<string, string> Errors => _document.QuerySelectorAll(".problem a")
        .GroupBy(link => link.GetAttribute("href")![1..]).ToDictionary(links => links.Key, links => links.First().TextContent);

    internal static FormPage Of(PageAnswer answer) => new(new HtmlParser().ParseDocument(answer.Body));

    internal IElement? Find(string id) => _document.GetElementById(id);

    internal string[] Buttons => [.. _document.QuerySelectorAll("form button").Select(button => button.GetAttribute("value")!)];

    internal string? Focus => _document.QuerySelector("form [autofocus]")?.Id;

    /// <summary>What a browser would post, less the button.</summary>
    internal Dictionary<string, string> Fields()
    {
        var fields = new Dictionary<string, string>();
        foreach (var field in _document.QuerySelectorAll("form [name]:not(button)"))
        {
            var name = field.GetAttribute("name")!;
            switch (field)
            {
                case IHtmlTextAreaElement area:
                    fields.Add(name, area.TextContent);
                    break;
                case IHtmlInputElement { Type: "radio" or "checkbox" } choice when !choice.IsChecked:
                    break;
                default:
                    fields.Add(name, field.GetAttribute("value") ?? "");
                    break;
            }
        }

        return fields;
    }
}
