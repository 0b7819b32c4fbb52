namespace Research.Pipeline;

/// <summary>The profiles as command lines and folders spell them.</summary>
public static class Profiles
{
    public static string[] Names { get; } = ["quick", "paper", "sample", "full"];

    public static Profile Of(string name) =>
        name switch
        {
            "paper" => Profile.Paper,
            "sample" => Profile.Sample,
            "full" => Profile.Full,
            _ => Profile.Quick,
        };

    public static string Name(this Profile profile) => Names[(int)profile];

    /// <summary>Whether it runs all that the studies published, so that published figures are compared.</summary>
    public static bool AnswersClaims(this Profile profile) => profile is Profile.Paper or Profile.Full;

    /// <summary>The value that a profile has; full has paper's.</summary>
    public static T Choose<T>(this Profile profile, T paper, T sample, T quick) =>
        profile switch
        {
            Profile.Quick => quick,
            Profile.Sample => sample,
            _ => paper,
        };

    /// <summary>The same with the first of its seeds alone: what most samples are.</summary>
    public static T WithFirstSeed<T>(this T experiment)
        where T : Experiment => experiment with { Seeds = [experiment.Seeds[0]] };

    /// <summary>Whether its data are the pinned recordings.</summary>
    public static bool UsesRecordings(this Profile profile) => profile != Profile.Quick;
}
