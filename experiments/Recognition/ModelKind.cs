namespace Research.Experiments.Recognition;

/// <summary>A kind of recogniser: what its settings are, and how it is read from a file.</summary>
/// <remarks>Declared in the recogniser's own file as <see cref="ModelKind{TSettings}"/>; <see cref="All"/> finds it.</remarks>
internal abstract class ModelKind(string name, Type settings)
{
    /// <summary>Every kind of this assembly, by name.</summary>
    public static IReadOnlyList<ModelKind> All { get; } =
    [
        .. typeof(ModelKind)
            .Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(ModelKind)))
            .Select(type => (ModelKind)Activator.CreateInstance(type)!)
            .OrderBy(kind => kind.Name, StringComparer.Ordinal),
    ];

    /// <summary>As files say it.</summary>
    public string Name => name;

    /// <summary>The type of its settings.</summary>
    public Type Settings => settings;

    /// <summary>The recogniser, from its card, its settings and what was learned.</summary>
    public abstract Recognizer Read(ModelCard card, object settings, BinaryReader reader);
}

/// <summary>A kind of recogniser with its settings.</summary>
/// <param name="name">As files say it.</param>
/// <param name="read">From its card, its settings and what was learned.</param>
internal abstract class ModelKind<TSettings>(string name, Func<ModelCard, TSettings, BinaryReader, Recognizer> read)
    : ModelKind(name, typeof(TSettings))
{
    public override Recognizer Read(ModelCard card, object settings, BinaryReader reader) =>
        read(card, (TSettings)settings, reader);
}
