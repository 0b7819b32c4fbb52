namespace Research.Experiments.Digits;

/// <summary>Strangers for the hidden Markov models of digits.</summary>
internal sealed record HmmStrangersTrial : StrangersOf<HmmTrial, HmmRecognizerSettings>
{
    protected override Recognizer Read(ModelCard card, BinaryReader reader) => HmmRecognizer.Read(card, Recogniser, reader);
}

/// <summary>Strangers for the recurrent network of digits.</summary>
internal sealed record LstmStrangersTrial : StrangersOf<RecurrentTrial, LstmRecognizerSettings>
{
    protected override Recognizer Read(ModelCard card, BinaryReader reader) => LstmRecognizer.Read(card, Recogniser, reader);
}
