namespace Research.Pipeline.Tests.Contract.Found;

/// <summary>One that has more in it.</summary>
internal sealed record Later : Asking, IStudyExperiment
{
    public static int Order => 2;

    public static Experiment? Full() => In(Profile.Full);

    public static Experiment? In(Profile profile) =>
        new Later
        {
            Data = [],
            Seeds = [],
            Profile = profile,
        };
}
