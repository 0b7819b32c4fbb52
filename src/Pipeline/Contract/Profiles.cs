namespace Research.Pipeline;

/// <summary>The profiles as command lines and folders spell them.</summary>
public static class Profiles
{
    public static string[] Names { get; } = ["quick", "paper", "sample"];

    public static Profile Of(string name) =>
        name switch
        {
            "paper" => Profile.Paper,
            "sample" => Profile.Sample,
            _ => Profile.Quick,
        };

    public static string Name(this Profile profile) => Names[(int)profile];

    /// <summary>Whether its data are the pinned recordings.</summary>
    public static bool UsesRecordings(this Profile profile) => profile != Profile.Quick;
}
