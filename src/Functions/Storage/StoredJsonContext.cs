using System.Collections.Immutable;
using System.Text.Json.Serialization;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Drafts;
using TechPlan.Functions.Forms;

namespace TechPlan.Functions.Storage;

/// <summary>The metadata that <see cref="StoredJson"/> reads and writes by; generated, so that nothing is reflected over at start.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    Converters = [typeof(EmailAddressConverter), typeof(MiniGrantIdConverter)],
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(MiniGrant))]
[JsonSerializable(typeof(MiniGrant.UnderReview))]
[JsonSerializable(typeof(MiniGrant.Approved))]
[JsonSerializable(typeof(MiniGrant.Confirmed))]
[JsonSerializable(typeof(MiniGrant.Rejected))]
[JsonSerializable(typeof(MiniGrant.Withdrawn))]
[JsonSerializable(typeof(MiniGrant.Expired))]
[JsonSerializable(typeof(MiniGrant.Cancelled))]
[JsonSerializable(typeof(MiniGrantEvent))]
[JsonSerializable(typeof(MiniGrantEvent.Submitted))]
[JsonSerializable(typeof(MiniGrantEvent.ReviewReminded))]
[JsonSerializable(typeof(MiniGrantEvent.OfficeAlerted))]
[JsonSerializable(typeof(MiniGrantEvent.Approved), TypeInfoPropertyName = "ApprovedEvent")]
[JsonSerializable(typeof(MiniGrantEvent.Rejected), TypeInfoPropertyName = "RejectedEvent")]
[JsonSerializable(typeof(MiniGrantEvent.Withdrawn), TypeInfoPropertyName = "WithdrawnEvent")]
[JsonSerializable(typeof(MiniGrantEvent.Expired), TypeInfoPropertyName = "ExpiredEvent")]
[JsonSerializable(typeof(MiniGrantEvent.EarlyCountTaken))]
[JsonSerializable(typeof(MiniGrantEvent.EarlyCountMissed))]
[JsonSerializable(typeof(MiniGrantEvent.HeldAnyway))]
[JsonSerializable(typeof(MiniGrantEvent.CountFailed))]
[JsonSerializable(typeof(MiniGrantEvent.CountRequested))]
[JsonSerializable(typeof(MiniGrantEvent.CountOverdue))]
[JsonSerializable(typeof(MiniGrantEvent.Confirmed), TypeInfoPropertyName = "ConfirmedEvent")]
[JsonSerializable(typeof(MiniGrantEvent.Cancelled), TypeInfoPropertyName = "CancelledEvent")]
[JsonSerializable(typeof(SubmissionFacts))]
[JsonSerializable(typeof(ImmutableArray<Refusal>))]
[JsonSerializable(typeof(KeptDraft))]
[JsonSerializable(typeof(TypedForm))]
internal sealed partial class StoredJsonContext : JsonSerializerContext;
