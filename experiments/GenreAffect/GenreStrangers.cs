namespace Research.Experiments.GenreAffect;

/// <summary>Strangers for logistic regression over windows of music.</summary>
internal sealed record GenreStrangersTrial : StrangersOf<Trial, GenreRecognizerSettings>
{
    /// <summary>Whether it hears music too, which it should know.</summary>
    public required bool IsMusic { get; init; }

    public override string Relation => IsMusic ? "music, recorded by others" : base.Relation;

    protected override Recognizer Read(ModelCard card, BinaryReader reader) => GenreRecognizer.Read(card, Recogniser, reader);
}
