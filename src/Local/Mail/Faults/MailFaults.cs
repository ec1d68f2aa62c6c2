namespace TechPlan.Local.Mail.Faults;

/// <summary>The faults still to come, first asked first served. They last as long as the process.</summary>
internal sealed class MailFaults
{
    private readonly Lock _gate = new();
    private List<MailFault> _pending = [];

    public IReadOnlyList<MailFault> Pending
    {
        get
        {
            lock (_gate)
            {
                return [.. _pending];
            }
        }
    }

    public void Add(MailFault fault)
    {
        lock (_gate)
        {
            _pending.Add(fault);
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _pending = [];
        }
    }

    /// <summary>Uses up one turn of a fault that spoils any request of the carrier.</summary>
    public MailFault? Take(string carrier) => Take(fault => fault.IsOf(carrier) && fault.To is null);

    /// <summary>Uses up one turn of a fault that spoils requests to one of these addresses.</summary>
    public MailFault? Take(string carrier, IEnumerable<string> recipients) =>
        Take(fault => fault.IsOf(carrier) && fault.To is { } to && recipients.Contains(to, StringComparer.OrdinalIgnoreCase));

    private MailFault? Take(Func<MailFault, bool> suits)
    {
        lock (_gate)
        {
            var at = _pending.FindIndex(fault => suits(fault));
            if (at < 0)
            {
                return null;
            }

            var fault = _pending[at];
            if (fault.Times == 1)
            {
                _pending.RemoveAt(at);
            }
            else
            {
                _pending[at] = fault with { Times = fault.Times - 1 };
            }

            return fault;
        }
    }
}
