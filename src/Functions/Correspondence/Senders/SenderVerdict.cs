using TechPlan.Domain;

namespace TechPlan.Functions.Correspondence.Senders;

/// <summary>Whether a request that came by mail comes from whom it must (MG-04).</summary>
internal abstract record SenderVerdict
{
    private SenderVerdict()
    {
    }

    /// <summary>It does.</summary>
    internal sealed record ItlOfRecord(Person Itl) : SenderVerdict;

    /// <summary>It does not, or nobody knows: the ITL of record is asked by a link, which only she or he gets.</summary>
    internal sealed record AskItl(Person Itl, Doubt Why) : SenderVerdict;

    /// <summary>The request names no school that we know, so nobody can be asked but its sender.</summary>
    internal sealed record NoItlKnown : SenderVerdict;
}

/// <summary>Why the ITL of record is asked.</summary>
internal enum Doubt
{
    /// <summary>The sender's address was found to be forged.</summary>
    Forged,

    /// <summary>It is the ITL's address, and nothing shows that it is not forged.</summary>
    NotProven,

    /// <summary>It came from another address: a colleague's, or another one of the same person.</summary>
    AnotherAddress,

    /// <summary>The ITL sent a form on which somebody else stands as the one who asks.</summary>
    AnotherName,

    /// <summary>It was forwarded.</summary>
    Forwarded,
}
