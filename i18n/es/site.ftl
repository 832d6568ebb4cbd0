stories = { $count ->
    [one] { $count } historia
   *[other] { $count } historias
}
