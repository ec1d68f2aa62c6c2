using System.Collections.Immutable;
using System.Text.RegularExpressions;
using TechPlan.Functions.Forms.Reading;

namespace TechPlan.Functions.Forms.Text;

/// <summary>Tells what a mail's author wrote or forwards from what the mail program put under it.</summary>
internal sealed partial class QuotedParts
{
    /// <summary>So many answers between quoted lines are no accident of a program that breaks lines.</summary>
    private const int FewestAnswers = 3;

    private readonly List<FormBlock> _own = [];
    private readonly List<FormBlock> _quoted = [];
    private readonly List<FormBlock> _asked = [];
    private int _answers;
    private bool _wasQuoted;
    private Part _part = Part.Own;
    private bool _inHead;

    private enum Part
    {
        Own,
        Signature,
        Quoted,
        Forwarded,
    }

    /// <summary>What the author wrote or forwards; all of it when quoted lines are answered one by one; what is quoted when there is nothing else.</summary>
    internal static ImmutableArray<FormBlock> LeaveOut(ImmutableArray<FormBlock> blocks)
    {
        var parts = new QuotedParts();
        for (var at = 0; at < blocks.Length; at++)
        {
            parts.Take(blocks[at], blocks.AsSpan(at + 1, Math.Min(3, blocks.Length - at - 1)));
        }

        return [.. parts._answers >= FewestAnswers ? parts._asked : parts._own.Exists(MailLine.HasContent) ? parts._own : parts._quoted];
    }

    private void Take(FormBlock block, ReadOnlySpan<FormBlock> next)
    {
        if (block is not FormBlock.Line line)
        {
            _inHead = false;
            Keep(block);
            return;
        }

        var text = MailLine.TextOf(line).Trim();
        if (Begins(line, text, next) is { } part)
        {
            (_part, _inHead) = (part, part is Part.Forwarded || (part is Part.Quoted && text.StartsWith("From", StringComparison.OrdinalIgnoreCase)));
        }
        else if (_inHead && (text.Length == 0 || HeadLine().IsMatch(text)))
        {
            _inHead = text.Length > 0 || (next is [FormBlock.Line following, ..] && HeadLine().IsMatch(MailLine.TextOf(following).Trim()) && IsHead(next));
        }
        else
        {
            _inHead = false;
            KeepLine(line, text);
        }
    }

    private Part? Begins(FormBlock.Line line, string text, ReadOnlySpan<FormBlock> next)
    {
        if (Forwarded().IsMatch(text))
        {
            return Part.Forwarded;
        }

        if (_part is Part.Own && text == "--" && MailLine.TextOf(line).TrimStart().StartsWith("--", StringComparison.Ordinal))
        {
            return Part.Signature;
        }

        return Original().IsMatch(text) || Wrote().IsMatch(text) || (!_inHead && text.StartsWith("From:", StringComparison.OrdinalIgnoreCase) && IsHead(next)) ? Part.Quoted : null;
    }

    /// <summary>From is followed by the day of sending and by the addressees.</summary>
    private static bool IsHead(ReadOnlySpan<FormBlock> next)
    {
        var lines = 0;
        foreach (var block in next)
        {
            lines += block is FormBlock.Line line && HeadLine().IsMatch(MailLine.TextOf(line).Trim()) ? 1 : 0;
        }

        return lines >= 2;
    }

    private void KeepLine(FormBlock.Line line, string text)
    {
        if (text.StartsWith('>'))
        {
            var unquoted = line with { Pieces = [new FormPiece.Text(Marks().Replace(text, ""))] };
            (_part is Part.Forwarded ? _own : _quoted).Add(unquoted);
            _asked.Add(unquoted);
            _wasQuoted = text.Trim('>', ' ').Length > 0;
            return;
        }

        _answers += _wasQuoted && text.Length > 0 ? 1 : 0;
        _wasQuoted &= text.Length == 0;
        Keep(line);
    }

    private void Keep(FormBlock block)
    {
        if (_part is not Part.Signature)
        {
            _asked.Add(block);
        }

        switch (_part)
        {
            case Part.Own or Part.Forwarded:
                _own.Add(block);
                break;
            case Part.Quoted:
                _quoted.Add(block);
                break;
        }
    }

    [GeneratedRegex(@"^>?\s*(?:-{2,}\s*(?:forwarded message|mensaje reenviado)\s*-{2,}|begin forwarded message:?|-{2,}\s*forwarded by .*)$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Forwarded();

    [GeneratedRegex(@"^-{2,}\s*(?:original message|mensaje original|original appointment)\s*-{2,}$|^_{20,}$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Original();

    [GeneratedRegex(@"^(?:on|el)\b.{6,200}\b(?:wrote|escribió):?$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Wrote();

    [GeneratedRegex(@"^>?\s*\*?(?:from|sent|date|to|cc|subject|reply-to|de|enviado|para|asunto|fecha)\*?:", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex HeadLine();

    [GeneratedRegex(@"^(?:>\s?)+", RegexOptions.NonBacktracking)]
    private static partial Regex Marks();
}
