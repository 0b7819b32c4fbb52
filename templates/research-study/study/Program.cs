using Research.Runner;

return ResearchProgram.Run<My_Study.ThisStudy>(args);
