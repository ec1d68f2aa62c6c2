using System.Collections.Frozen;

namespace TechPlan.Functions.Forms.Meaning.Labels;

/// <summary>
/// What the form's labels are called: by the district, by others, in Spanish. Words that mean the same in a label are one word
/// already (<see cref="LabelWord"/>), so each phrase stands for many.
/// </summary>
internal static class LabelPhrases
{
    /// <summary>The longest label that can be a phrase; longer ones are told by their keywords.</summary>
    internal const int MostWords = 8;

    private static readonly (FormLabel Label, string Phrases)[] Written =
    [
        (FormLabel.Help, "mini grant request form|instructional technology leader|school based staff development|see note|optional|required"),
        (FormLabel.Ignored,
            "date request submitted|date submitted|submitted on|submission date|date of request|request date|today's date|fecha de solicitud|date received|date of submission|date sent|" +
            "phone|phone number|telephone|telephone number|cell phone|telefono|fax|fax number|extension|sos cluster|cluster|sos specialist|specialist|school leader|principal|principal's name|" +
            "grade|grade level|grade levels|school year|signature|principal signature|budget|cost|total cost|amount|amount requested|comments|office use only|for office use only|nota|sent|cc|" +
            "total number of expected participants|total expected participants|total participants|department|position|job title|materials needed|equipment needed"),
        (FormLabel.LeadSchool, "name of lead school|lead school|lead school name|lead building|name of school applying|requesting school|school requesting|applicant school|home school|which school leads session|which school is in charge|which school is leading|school applying|school applying lead|school of submitter|submitter school|escuela principal|escuela lider|nombre de la escuela lider|nombre de la escuela principal"),
        (FormLabel.Participants,
            "# of expected participants|number of expected participants|expected participants|expected number of participants|participants expected|number of participants expected|number of participants|number of teachers|participants|expected number|expected attendance|attendance|" +
            "how many participants|how many participants do you expect|how many do you expect|how many people|how many people will come|how many will attend|how many|number expected|estimated number|headcount|numero de participantes|numero de participantes esperados|expected"),
        (FormLabel.SubmitterName,
            "submitter's name|submitter name|name of submitter|submitter|contact person|contact name|contact|lead itl|name of itl|itl name|lead itl name|name of lead itl|name of person submitting|person submitting|principal investigator|who submits this request|who is submitting|who is sending this|who is asking|who is applying|" +
            "nombre del solicitante|nombre de quien presenta"),
        (FormLabel.SubmitterEmail, "submitter's email|submitter's email address|email of submitter|email address of submitter|contact email|lead itl email|itl email|what is your email address|submitter email address|correo electronico del solicitante"),
        (FormLabel.Name, "name|full name"),
        (FormLabel.Email, "email|email address|correo electronico|direccion de correo electronico"),
        (FormLabel.Discussed,
            "date discussed with learning team|date discussed with the learning team|discussed with learning team|discussed with learning team on|talked with learning team|talked with learning team on|talked to learning team|when did you talk to learning team|when did you discuss it with learning team|date of learning team discussion|learning team discussion date|learning team discussion|date discussed|" +
            "learning team date|learning team meeting date|date of learning team meeting|date we discussed this with learning team|date talked over with learning team|fecha en que se discutio con el equipo de aprendizaje|fecha discutido con el equipo de aprendizaje|fecha de conversacion con el equipo de aprendizaje"),
        (FormLabel.Title,
            "title/topic|title|topic|title or topic|topic of session|title of session|session title|session topic|title/topic of session|topic/title|name of session|session name|titulo/tema|tema de la sesion|what is title or topic|what is title|what is topic|what is it about|what is session about|what will it be about|proposed title|proposed topic|session title/topic"),
        (FormLabel.SessionHeader, "event details|session details|session information|session|about the session|detalles del evento"),
        (FormLabel.Location, "location|locations|where will it be held|where will the session be held|full location"),
        (FormLabel.SessionLocation, "location of session|session location|location of the event|event location|where will session take place|lugar de la sesion"),
        (FormLabel.School, "name of school|school name|school|nombre de la escuela"),
        (FormLabel.LocationSchool, "location school|school of session|session school|school where session takes place|location school name|building|location: school"),
        (FormLabel.Address, "address|street address|location address street|location address|school address|session address|address of session|location: address"),
        (FormLabel.Room, "room|room number|room #|room no|location room|session room|room of session|location: room"),
        (FormLabel.Date, "date|dates|day and date"),
        (FormLabel.SessionDate, "date of session|session date|requested session date|requested date|proposed date|date requested|preferred date|date of event|fecha de la sesion|date session will be held|on which date is session|which date|proposed session date"),
        (FormLabel.Time, "time|times|hours"),
        (FormLabel.SessionTime, "session time|time of session|start and end time|start/end time|start and end times|start end|time (start and end)|hora de la sesion|time from to"),
        (FormLabel.Start, "start time|start|starts|begins|begin time|starts at|begins at|session start|session start time|time start|start of session|what time does session start|when does session start|hora de inicio|inicio|from"),
        (FormLabel.End, "end time|end|ends|ends at|session end|session end time|time end|end of session|what time does session end|when does session end|hora de fin|hora de finalizacion|hora de termino"),
        (FormLabel.DateAndTime, "date and time|date/time|date time|time and date|when|fecha y hora"),
        (FormLabel.SessionDateAndTime, "date and time of session|session date and time|session date/time|session date & time|when is session|when will session be held|fecha y hora de la sesion"),
        (FormLabel.SessionType, "type of session|session type|session kind|tipo de sesion"),
        (FormLabel.PartnersHeader,
            "other schools planning to participate in this professional development|all other schools planning to participate|other schools planning to participate|other schools|other participating schools|partner schools|partners|partnering schools|" +
            "other schools participating|other schools taking part|additional schools|schools participating|otras escuelas|otras escuelas participantes|otras escuelas que participan|other schools in this session"),
        (FormLabel.PartnerSchool, "partner school|name of partner school|partner school name|other school|other school name|name of other school|additional school|escuela asociada"),
        (FormLabel.PartnerParticipants, "participants from that school|partner participants|partner school participants|partner expected participants"),
        (FormLabel.Instructor,
            "name of instructor|instructor|instructor name|instructor if known|session leader|name of session leader|session led by|led by|who will lead session|who leads session|who teaches|who teaches it|who will teach|who is teaching|taught by|nombre del instructor|nombre de la instructora|session instructor"),
        (FormLabel.Facilitator, "name of facilitator|facilitator|facilitator name|session facilitator|assisted by|who assists|who helps|who will help|helper|nombre del facilitador"),
        (FormLabel.ReflectsPlan, "reflects sip|reflects school improvement plan|sip|school improvement plan|in sip|is it in sip|is it in school improvement plan|reflects sip needs|reflects needs in sip|in school improvement plan|sip question|sip need|supports sip|part of school improvement plan|topic reflects sip|topic reflects school improvement plan"),
        (FormLabel.OtherEvaluation, "other evaluation|other evaluation planned|another evaluation|own evaluation|evaluation besides standard online survey|evaluation beyond survey|additional evaluation|extra evaluation|evaluate another way|otra evaluacion"),
        (FormLabel.EvaluationHeader, "evaluation|evaluation and followup"),
        (FormLabel.Explanation, "if yes please explain|if yes explain|please explain|explain|if so how|if so explain|if yes how|if yes|explain evaluation|evaluation explain|other evaluation explain|how will you evaluate|how evaluated|en caso afirmativo explique"),
        (FormLabel.FollowUpPlan,
            "learning team follow up plans|learning team follow up plan|follow up plans|follow up plan|follow up|follow up activity|plan for follow up|follow up activities|planned follow up|what is your follow up plan|follow up planned|follow up activity planned|what happens afterwards|what happens next|plan de seguimiento|planes de seguimiento"),
        (FormLabel.FollowUpLocation, "follow up location|location of follow up|follow up meeting location|location of follow up meeting|lugar del seguimiento|follow up: location"),
        (FormLabel.FollowUpDate, "follow up date|date of follow up|follow up meeting date|date of follow up meeting|fecha del seguimiento|follow up: date|follow up meeting"),
        (FormLabel.FollowUpTime, "follow up time|time of follow up|follow up start|follow up start time|hora del seguimiento|follow up: time|follow up meeting time"),
        (FormLabel.FollowUpDateAndTime, "follow up date and time|date and time of follow up|follow up date/time|follow up when|when is follow up|fecha y hora del seguimiento"),
        (FormLabel.Yes, "yes|yes please"),
        (FormLabel.No, "no|no thank you"),
        (FormLabel.AssignInstructor, "learning technologies to assign instructor|check here for learning technologies to assign an instructor|assign|assign instructor|assign an instructor|learning technologies assigns instructor|learning technologies assigns one|learning technologies should assign an instructor|please assign an instructor"),
        (FormLabel.Standard, "standard|standard session|regular session"),
        (FormLabel.SlcLevelOne, "slc level 1|slc level one|slc 1|slc level 1 session"),
        (FormLabel.Office, "approved|rejected|aprobado|rechazado"),
    ];

    private static readonly FrozenDictionary<string, FormLabel> ByWords = Phrases()
        .DistinctBy(phrase => phrase.Words).ToFrozenDictionary(phrase => phrase.Words, phrase => phrase.Label);

    private static readonly (string[] Words, FormLabel Label)[] Likeable = [.. ByWords
        .Where(entry => !entry.Value.IsChoice() && entry.Value is not FormLabel.Help && !entry.Key.Any(char.IsAsciiDigit))
        .Select(entry => (entry.Key.Split(' '), entry.Value))];

    /// <summary>All the words of all the labels, each once, so that a word's spelling is compared with few.</summary>
    private static readonly string[] Words = [.. Likeable.SelectMany(phrase => phrase.Words).Distinct()];

    /// <summary>The label of just these words; null when there is none.</summary>
    internal static FormLabel? Find(string words) => ByWords.TryGetValue(words, out var label) ? label : null;

    /// <summary>The label that is most like these words, if one is clearly so.</summary>
    internal static (FormLabel Label, Certainty Certainty)? FindLike(string[] words)
    {
        if (words.Length is 0 or > MostWords)
        {
            return null;
        }

        var alike = words.Select(LikeWords).ToArray();
        var best = Likeable.Select(phrase => (phrase.Label, Score: Likeness(alike, phrase.Words))).Where(found => found.Score > 0.6)
            .GroupBy(found => found.Label, (label, found) => (Label: label, Score: found.Max(one => one.Score))).OrderByDescending(found => found.Score).Take(2).ToArray();
        return best switch
        {
            [] => null,
            [var first, var second] when first.Score - second.Score < 0.05 => null,
            [{ Score: > 0.79 } first, ..] => (first.Label, Certainty.Understood),
            [var first, ..] => (first.Label, Certainty.Unsure),
        };
    }

    /// <summary>The share of words that both have, spelling slips allowed: 1 when each has the other's.</summary>
    private static double Likeness(Predicate<string>[] alike, string[] phrase)
    {
        var (taken, same) = (0, 0);
        foreach (var likes in alike)
        {
            var at = Array.FindIndex(phrase, likes);
            while (at >= 0 && (taken & (1 << at)) != 0)
            {
                at = Array.FindIndex(phrase, at + 1, likes);
            }

            (taken, same) = at < 0 ? (taken, same) : (taken | (1 << at), same + 1);
        }

        return 2.0 * same / (alike.Length + phrase.Length);
    }

    /// <summary>Whether one of the labels' words may be what a word is a slip of. One delegate for all phrases: hundreds for each line of a mail are megabytes.</summary>
    private static Predicate<string> LikeWords(string word) => Words.Where(other => Domain.Spelling.IsLike(word, other)).ToHashSet().Contains;

    /// <summary>How many come from a school that has a number instead of a line of its own.</summary>
    private static string OfLine(int line) =>
        $"partner school {line} participants|partner {line} participants|other school {line} participants|school {line} participants|participants partner school {line}|participants school {line}";

    private static IEnumerable<(string Words, FormLabel Label)> Phrases() =>
        from entry in Written.Append((Label: FormLabel.PartnerParticipants, Phrases: string.Join('|', Enumerable.Range(1, 9).Select(OfLine))))
        from phrase in entry.Phrases.Split('|')
        let words = string.Join(' ', LabelWord.KeysOf(phrase))
        where words.Length > 0
        select (words, entry.Label);
}
