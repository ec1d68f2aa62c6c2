using TechPlan.Domain.MiniGrants;

namespace TechPlan.Domain.Tests.MiniGrants;

/// <summary>Given events, when a command comes at a time, then these events follow, or this refusal.</summary>
internal sealed class Scenario
{
    private readonly MiniGrant _state;
    private DecisionResult? _result;

    private Scenario(IEnumerable<MiniGrantEvent> history) => _state = MiniGrantWorkflow.Replay(history);

    internal static Scenario Given(params IEnumerable<MiniGrantEvent> history) => new(history);

    internal Scenario When(MiniGrantCommand command, DateTimeOffset now, DistrictRules? rules = null)
    {
        _result = MiniGrantWorkflow.Decide(_state, command, now, rules ?? Sample.Rules);
        return this;
    }

    internal void Then(params MiniGrantEvent[] events) =>
        Assert.Equal(events.Select(Written.Of), Assert.IsType<DecisionResult.Accepted>(_result).Events.Select(Written.Of));

    internal void ThenNothing() => Then();

    internal Refusal ThenRefused(string rule, string code, string pointer = "")
    {
        var refusal = Assert.Single(Assert.IsType<DecisionResult.Refused>(_result).Reasons);
        Assert.Equal((rule, code, pointer), (refusal.Rule, refusal.Code, refusal.Pointer));
        return refusal;
    }
}
