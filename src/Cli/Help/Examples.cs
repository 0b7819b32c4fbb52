using System.CommandLine;

namespace Research.Cli.Help;

/// <summary>What a person would type, for every command: shown under its help, and checked by the tests.</summary>
internal static class Examples
{
    private static readonly Dictionary<string, string[]> All = new()
    {
        [""] =
        [
            "research predict emotion.rmodel recording.wav",
            "research run Digits.GmmHmm",
            "research why SpeechEmotion.Handcrafted",
        ],
        ["features"] = ["research features mfcc recording.wav > mfcc.csv", "research features pitch recording.wav"],
        ["features mfcc"] = ["research features mfcc recording.wav --window-seconds 0.025 --hop-seconds 0.010 --coefficients 20"],
        ["features mfcc-delta"] = ["research features mfcc-delta recording.wav --hop-seconds 0.010"],
        ["features mel"] = ["research features mel recording.wav --bands 64"],
        ["features mfsc"] = ["research features mfsc recording.wav --bands 40 --highest-hz 7600"],
        ["features pitch"] = ["research features pitch recording.wav --floor-hz 60 --ceiling-hz 400"],
        ["features formants"] = ["research features formants recording.wav --ceiling-hz 5500"],
        ["data"] = ["research data status", "research data fetch fsdd"],
        ["data status"] = ["research data status", "research data status emodb-4"],
        ["data fetch"] = ["research data fetch fsdd nemo-1057"],
        ["data verify"] = ["research data verify fsdd"],
        ["data lock"] = ["research data lock fsdd downloads/fsdd"],
        ["data export"] = ["research data export synthetic-speech-emotion sentences"],
        ["run"] = ["research run Digits.GmmHmm", "research run SpeechEmotion --profile paper --jobs 2"],
        ["plan"] = ["research plan all", "research plan Digits.Lstm --profile paper"],
        ["why"] = ["research why Digits.GmmHmm", "research why Digits.GmmHmm --json"],
        ["diff"] = ["research diff HEAD~1 HEAD", "research diff results/paper artifacts/paper"],
        ["challenge"] = ["research challenge 5"],
        ["cache"] = ["research cache status", "research cache prune"],
        ["cache status"] = ["research cache status"],
        ["cache prune"] = ["research cache prune --older-than 30"],
        ["selftest"] = ["research selftest mutations --short"],
        ["selftest kill"] = ["research selftest kill --n 20"],
        ["selftest random-graphs"] = ["research selftest random-graphs --n 100"],
        ["selftest scale"] = ["research selftest scale --targets 501"],
        ["selftest mutations"] = ["research selftest mutations --short"],
        ["predict"] =
        [
            "research predict Digits.GmmHmm seven.wav",
            "research predict emotion.rmodel calls/one.wav calls/two.mp3 --top 2 --csv",
            "research predict SpeechEmotion.AttentionBlstm/emodb-4 recording.wav --json",
        ],
        ["models"] = ["research models"],
        ["models show"] = ["research models show Digits.GmmHmm/fsdd", "research models show emotion.rmodel"],
        ["models export"] = ["research models export SpeechEmotion.Handcrafted/emodb-4 emotion.rmodel"],
        ["completion"] = ["source <(research completion bash)", "research completion pwsh >> $PROFILE"],
    };

    /// <summary>The examples of a command; none where nobody wrote one.</summary>
    public static IReadOnlyList<string> Of(Command command) => All.GetValueOrDefault(PathOf(command)) ?? [];

    /// <summary>The words that lead to a command, without the tool's name.</summary>
    public static string PathOf(Command command) => string.Join(' ', Words(command));

    private static IEnumerable<string> Words(Command command)
    {
        Command? parent = command.Parents.OfType<Command>().FirstOrDefault();
        return parent is null ? [] : Words(parent).Append(command.Name);
    }
}
