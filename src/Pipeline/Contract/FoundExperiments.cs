namespace Research.Pipeline;

/// <summary>Finds the experiments of a study, so that no list of them is written.</summary>
public static class FoundExperiments
{
    /// <summary>Every <see cref="IStudyExperiment"/> in the namespace of a type, in their order.</summary>
    public static IReadOnlyList<Experiment> Beside(Type study, Profile profile) =>
        [
            .. study
                .Assembly.GetTypes()
                .Where(type => type.Namespace == study.Namespace && type.IsAssignableTo(typeof(IStudyExperiment)))
                .OrderBy(OrderOf)
                .Select(type => In(type, profile))
                .OfType<Experiment>(),
        ];

    private static int OrderOf(Type type) => (int)type.GetProperty(nameof(IStudyExperiment.Order))!.GetValue(null)!;

    private static object? In(Type type, Profile profile) =>
        profile == Profile.Full
            ? type.GetMethod(nameof(IStudyExperiment.Full), [])?.Invoke(null, []) ?? In(type, Profile.Paper)
            : type.GetMethod(nameof(IStudyExperiment.In), [typeof(Profile)])!.Invoke(null, [profile]);
}
