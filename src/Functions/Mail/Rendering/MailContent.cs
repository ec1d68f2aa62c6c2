using System.Collections.Immutable;

namespace TechPlan.Functions.Mail.Rendering;

/// <summary>What one mail says, before it takes the shape of HTML or plain text: both are written from this and so say the same.</summary>
/// <param name="Subject">One line, safe for a header.</param>
/// <param name="FirstLine">What to do and by when, or that nothing needs doing.</param>
/// <param name="About">Which mini-grant: its id and title.</param>
/// <param name="Why">Why the reader gets this mail, for the footer.</param>
/// <param name="Sender">Who sends it and where a reply goes, for the footer.</param>
public sealed record MailContent(string Subject, string FirstLine, string About, ImmutableArray<MailBlock> Blocks, string Why, string Sender);

/// <summary>One part of a mail's body, in reading order.</summary>
public abstract record MailBlock
{
    private MailBlock()
    {
    }

    public sealed record Paragraph(string Text) : MailBlock;

    /// <summary>What should be seen before anything else.</summary>
    public sealed record Attention(string Heading, ImmutableArray<string> Items) : MailBlock;

    /// <summary>Somebody's own words, line breaks kept.</summary>
    public sealed record Quotation(string Heading, string Words) : MailBlock;

    /// <summary>The one thing that is asked for.</summary>
    public sealed record Button(string Label, Uri To) : MailBlock;

    /// <summary>A way on that nobody has to take.</summary>
    public sealed record Link(string Label, Uri To) : MailBlock;

    public sealed record Facts(string Heading, ImmutableArray<Fact> Rows) : MailBlock;
}

/// <summary>One row of a table of facts.</summary>
public sealed record Fact(string Name, string Value);
