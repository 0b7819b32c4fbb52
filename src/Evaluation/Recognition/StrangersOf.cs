using Research.Pipeline;

namespace Research.Evaluation.Recognition;

/// <summary>Strangers for one kind of model.</summary>
/// <typeparam name="TTrial">What trains it.</typeparam>
/// <typeparam name="TSettings">What it is read back with.</typeparam>
public abstract record StrangersOf<TTrial, TSettings> : StrangersTrial
    where TTrial : Trial
{
    public required TTrial Model { get; init; }

    public required TSettings Recogniser { get; init; }

    public sealed override Trial Trained => Model;
}
