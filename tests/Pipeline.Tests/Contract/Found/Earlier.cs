namespace Research.Pipeline.Tests.Contract.Found;

/// <summary>An experiment of recordings that knows nothing of profile full.</summary>
internal sealed record Earlier : Asking, IStudyExperiment
{
    public static int Order => 1;

    public static Experiment? In(Profile profile) =>
        profile == Profile.Quick
            ? null
            : new Earlier
            {
                Data = [],
                Seeds = [],
                Profile = profile,
            };
}
