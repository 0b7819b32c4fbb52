namespace Research.Pipeline;

/// <summary>The profiles as command lines and folders spell them.</summary>
public static class Profiles
{
    public static string[] Names { get; } = ["quick", "paper"];

    public static Profile Of(string name) => name == "paper" ? Profile.Paper : Profile.Quick;

    public static string Name(this Profile profile) => profile == Profile.Paper ? "paper" : "quick";
}
