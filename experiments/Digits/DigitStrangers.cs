namespace Research.Experiments.Digits;

/// <summary>Strangers for the hidden Markov models of digits.</summary>
internal sealed record HmmStrangersTrial : StrangersTrial
{
    public required HmmTrial Model { get; init; }

    public required HmmRecognizerSettings Recogniser { get; init; }

    public override Trial Trained => Model;

    protected override Recognizer Read(ModelCard card, BinaryReader reader) => HmmRecognizer.Read(card, Recogniser, reader);
}

/// <summary>Strangers for the recurrent network of digits.</summary>
internal sealed record LstmStrangersTrial : StrangersTrial
{
    public required RecurrentTrial Model { get; init; }

    public required LstmRecognizerSettings Recogniser { get; init; }

    public override Trial Trained => Model;

    protected override Recognizer Read(ModelCard card, BinaryReader reader) => LstmRecognizer.Read(card, Recogniser, reader);
}
