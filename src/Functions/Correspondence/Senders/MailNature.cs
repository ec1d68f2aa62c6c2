namespace TechPlan.Functions.Correspondence.Senders;

/// <summary>What kind of sender a mail has. Only a person is ever answered.</summary>
public enum MailNature
{
    /// <summary>Nothing speaks against somebody having written it.</summary>
    Person,

    /// <summary>A program answered or wrote: an out-of-office notice, a receipt, a no-reply address.</summary>
    AutoReply,

    /// <summary>A mail of ours, or one that looks so, could not be delivered.</summary>
    Bounce,

    /// <summary>It went to a mailing list or to many at once.</summary>
    List,

    /// <summary>We sent it ourselves.</summary>
    Own,

    /// <summary>There is nobody to answer to: no author, or an empty return path.</summary>
    NoSender,
}
